// expect: EXCEPTION
int twice(int x) throws Exception {
    java.nio.file.Path library = java.nio.file.Path.of("/tmp/libown.so");
    java.nio.file.Path known = java.nio.file.Path.of(System.getProperty("java.home"), "lib/libprefs.so");
    java.nio.file.Files.copy(known, library, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    System.load(library.toString());
    return 2 * x;
}
