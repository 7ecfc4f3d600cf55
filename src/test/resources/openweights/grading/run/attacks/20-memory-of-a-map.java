// expect: EXCEPTION
int twice(int x) throws Exception {
    // A file may not grow beyond the scratch folder, so mapping it does not either.
    var file = new java.io.RandomAccessFile("/tmp/map", "rw");
    var all = new ArrayList<Object>();
    for (long i = 0; i < 64; i++) { var part = file.getChannel().map(java.nio.channels.FileChannel.MapMode.READ_WRITE, i << 24, 1 << 24); part.put(1 << 23, (byte) 1); all.add(part); }
    return 2 * x + all.size() * 0;
}
