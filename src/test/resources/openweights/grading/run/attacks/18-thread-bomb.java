// expect: PROCESS_LIMIT
int twice(int x) {
    while (true) { new Thread(() -> { try { Thread.sleep(100000); } catch (InterruptedException e) { } }).start(); }
}
