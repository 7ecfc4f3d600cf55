// expect: PROTOCOL_VIOLATION
int twice(int x) throws Exception {
    for (String name : new File("/proc/self/fd").list()) {
        try (var out = new FileOutputStream("/proc/self/fd/" + name)) { out.write(new byte[99]); } catch (IOException e) { }
    }
    return 2 * x;
}
