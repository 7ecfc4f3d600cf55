// expect: PASS FAIL
int twice(int x) { return Map.of(2, 4).getOrDefault(x, 0); }
