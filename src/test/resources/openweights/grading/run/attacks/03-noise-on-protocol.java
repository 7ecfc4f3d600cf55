// expect: PROTOCOL_VIOLATION
int twice(int x) throws Exception {
    for (int fd = 4; fd < 10; fd++) {
        try (var out = new FileOutputStream("/proc/self/fd/" + fd)) { out.write("PASS PASS PASS PASS PASS".getBytes()); } catch (IOException e) { }
    }
    return -1;
}
