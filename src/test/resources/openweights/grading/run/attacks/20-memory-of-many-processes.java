// expect: OOM
int twice(int x) throws Exception {
    for (int i = 0; i < 20; i++) { new ProcessBuilder("sh", "-c", "x=$(head -c 200000000 /dev/zero | tr '\\0' x); sleep 30").start(); }
    Thread.sleep(60_000);
    return 2 * x;
}
