// expect: PROCESS_LIMIT
int twice(int x) throws Exception {
    while (true) { new ProcessBuilder("setsid", "sleep", "1000").start(); }
}
