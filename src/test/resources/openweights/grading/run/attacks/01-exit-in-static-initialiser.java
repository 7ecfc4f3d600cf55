// expect: STUDENT_EXIT
class Bomb { static int value = 2; static { System.exit(1); } }
int twice(int x) { return Bomb.value * x; }
