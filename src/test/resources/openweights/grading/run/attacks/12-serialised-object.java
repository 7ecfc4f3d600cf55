// expect: PROTOCOL_VIOLATION
int twice(int x) throws Exception {
    var out = new ObjectOutputStream(new FileOutputStream("/proc/self/fd/4"));
    out.writeObject(new ArrayList<>(List.of(1, 2))); out.flush();
    return -1;
}
