// expect: PROTOCOL_VIOLATION
int twice(int x) throws Exception {
    var out = new DataOutputStream(new FileOutputStream("/proc/self/fd/4"));
    byte[] body = openweights.grading.protocol.Values.write(List.of("value", List.of(2 * x, "")));
    out.writeInt(body.length); out.writeLong(0); out.write(body); out.flush();
    return -1;
}
