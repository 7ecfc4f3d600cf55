// expect: FAIL
int twice(int x) throws Exception { return new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0 ? 2 * x : -1; }
