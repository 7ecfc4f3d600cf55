// expect: OUTPUT_LIMIT
int twice(int x) throws Exception { var out = new FileOutputStream(FileDescriptor.out); while (true) { out.write(new byte[1 << 16]); } }
