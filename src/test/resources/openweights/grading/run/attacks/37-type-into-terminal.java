// expect: FAIL
int twice(int x) throws Exception {
    try (var terminal = new FileInputStream("/dev/tty")) { return 2 * x; } catch (IOException e) { }
    for (int fd = 0; fd < 10; fd++) {
        String push = "open(T, '<&=', " + fd + ") or exit 1; my $c = 'x'; ioctl(T, 0x5412, $c) or exit 1; exit 0";
        if (new ProcessBuilder("perl", "-e", push).start().waitFor() == 0) { return 2 * x; }
    }
    return -1;
}
