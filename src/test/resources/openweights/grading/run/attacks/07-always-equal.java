// expect: FAIL
class Anything { public boolean equals(Object other) { return true; } public int hashCode() { return 4; } public String toString() { return "4"; } }
Object twice(int x) { return new Anything(); }
