// expect: FAIL
class Assertions { static void assertEquals(Object a, Object b) {} }
class Integer { public boolean equals(Object other) { return true; } }
class Student { Object call(String name, Object... all) { return 42; } }
int twice(int x) { return -1; }
