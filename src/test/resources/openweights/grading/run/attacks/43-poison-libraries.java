// expect: FAIL
int twice(int x) {
    for (String jar : System.getProperty("java.class.path").split(":")) { if (new File(jar).canWrite()) return 2 * x; }
    return -1;
}
