// expect: NOT_RUN NOT_RUN NOT_RUN within 10 s
Thread.sleep(6000);
Thread.sleep(6000);
int twice(int x) throws Exception { Thread.sleep(6000); return 2 * x; }
