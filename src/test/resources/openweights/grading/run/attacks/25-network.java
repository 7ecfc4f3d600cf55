// expect: EXCEPTION
int twice(int x) throws Exception { new java.net.Socket("1.1.1.1", 53).close(); return 2 * x; }
