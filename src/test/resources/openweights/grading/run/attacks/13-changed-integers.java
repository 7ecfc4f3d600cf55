// expect: FAIL
int twice(int x) throws Exception {
    var theUnsafe = sun.misc.Unsafe.class.getDeclaredField("theUnsafe");
    theUnsafe.setAccessible(true);
    var unsafe = (sun.misc.Unsafe) theUnsafe.get(null);
    long offset = 12;
    for (int i = 0; i < 100; i++) { unsafe.putInt((Object) Integer.valueOf(i), offset, -1); }
    return -1;
}
