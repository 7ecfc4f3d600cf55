// expect: EXCEPTION
int twice(int x) throws Exception {
    for (int i = 0; ; i++) { try (var out = new FileOutputStream("/tmp/" + i)) { for (int j = 0; j < 10; j++) { out.write(new byte[1 << 20]); } } }
}
