// expect: STUDENT_EXIT
int twice(int x) { return 2 * x; }
Runtime.getRuntime().halt(0);
