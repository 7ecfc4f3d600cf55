// expect: TIMEOUT
int twice(int x) { while (true) { } }
