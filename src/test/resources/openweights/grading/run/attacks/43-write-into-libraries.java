// expect: FAIL
int twice(int x) {
    for (String jar : System.getProperty("java.class.path").split(":")) {
        File library = new File(jar);
        try (var out = new FileOutputStream(library, true)) { return 2 * x; } catch (IOException e) { }
        if (library.delete() || new File(library.getParentFile(), "evil").mkdir()) { return 2 * x; }
    }
    return -1;
}
