// expect: TIMEOUT
int twice(int x) { return 2 * x; }
while (true) { }
