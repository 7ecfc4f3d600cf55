// expect: STACK_OVERFLOW
int twice(int x) { return 1 + twice(x); }
