// expect: OOM
int twice(int x) throws Exception {
    for (int i = 0; i < 12; i++) { new ProcessBuilder("sh", "-c", "head -c 300000000 /dev/zero | tail -c 300000000 | sleep 60").start(); }
    Thread.sleep(60_000);
    return 2 * x;
}
