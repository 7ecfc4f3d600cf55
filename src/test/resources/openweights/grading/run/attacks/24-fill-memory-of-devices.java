// expect: EXCEPTION
int twice(int x) throws Exception {
    try (FileOutputStream out = new FileOutputStream("/dev/shm/full")) { for (int i = 0; i < 4096; i++) { out.write(new byte[1 << 20]); } }
    return 2 * x;
}
