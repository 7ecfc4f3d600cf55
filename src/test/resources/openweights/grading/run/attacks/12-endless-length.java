// expect: PROTOCOL_VIOLATION
int twice(int x) throws Exception {
    var out = new DataOutputStream(new FileOutputStream("/proc/self/fd/4"));
    out.writeInt(Integer.MAX_VALUE); out.writeLong(7); out.flush();
    return -1;
}
