// expect: PASS
new Thread(() -> { while (true) { Thread.onSpinWait(); } }).start();
Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) { } }));
int twice(int x) { return 2 * x; }
