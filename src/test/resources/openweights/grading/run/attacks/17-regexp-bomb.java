// expect: TIMEOUT
int twice(int x) { return "a".repeat(200).matches("^(a|aa)+\\1b$") ? x : 2 * x; }
