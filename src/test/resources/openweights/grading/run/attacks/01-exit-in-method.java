// expect: STUDENT_EXIT
int twice(int x) { System.exit(0); return 2 * x; }
