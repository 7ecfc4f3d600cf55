// expect: TIMEOUT
int twice(int x) throws Exception {
    File folder = new File(System.getProperty("java.io.tmpdir"));
    for (int i = 0; ; i++) {
        try { new File(folder, "empty" + i).createNewFile(); } catch (IOException e) { }
    }
}
