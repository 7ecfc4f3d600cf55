// expect: OOM
int twice(int x) { List<Object> all = new ArrayList<>(); while (true) { all.add(java.nio.ByteBuffer.allocateDirect(1 << 24)); } }
