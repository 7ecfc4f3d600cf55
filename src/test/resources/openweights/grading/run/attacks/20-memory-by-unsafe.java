// expect: OOM
int twice(int x) throws Exception {
    var theUnsafe = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
    theUnsafe.setAccessible(true);
    var unsafe = (sun.misc.Unsafe) theUnsafe.get(null);
    for (int i = 0; i < 1000; i++) { unsafe.allocateMemory(64L << 20); }
    return 2 * x;
}
