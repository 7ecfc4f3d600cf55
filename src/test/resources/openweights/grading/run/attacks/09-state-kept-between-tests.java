// expect: PASS
int calls = 0;
int twice(int x) { return calls++ == 0 ? 2 * x : -1; }
