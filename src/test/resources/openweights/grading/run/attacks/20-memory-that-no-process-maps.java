// expect: OOM needs control groups
int twice(int x) throws Exception {
    // Each fills shared memory, and then forgets that it has mapped it: nobody's resident memory shows it.
    String[] calls = System.getProperty("os.arch").equals("aarch64") ? new String[] {"222", "63", "233"} : new String[] {"9", "0", "28"};
    String fill = "open(Z, '<', '/dev/zero'); my $n = 512 << 20; my $a = syscall(%s, 0, $n, 3, 0x21, -1, 0); my $at = $a; for (1..512) { syscall(%s, fileno(Z), $at, 1 << 20); syscall(%s, $at, 1 << 20, 4); $at += 1 << 20; } syswrite(STDOUT, 'full'); sleep 30;".formatted((Object[]) calls);
    List<Process> children = new ArrayList<>();
    for (int i = 0; i < 5; i++) { children.add(new ProcessBuilder("perl", "-e", fill).start()); }
    // Until each is full, or killed.
    for (Process each : children) { each.getInputStream().read(); }
    return 2 * x;
}
