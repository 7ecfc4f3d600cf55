// expect: PASS
int twice(int x) throws Exception {
    // Refused calls change nothing; the answer is right.
    new ProcessBuilder("perl", "-e", "syscall(425, 8, 0); syscall(250, 0, 0, 0); syscall(323, 0);").start().waitFor();
    return 2 * x;
}
