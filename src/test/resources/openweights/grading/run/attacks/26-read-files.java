// expect: FAIL
int twice(int x) {
    for (String place : List.of("/etc/shadow", "/etc/passwd", "/root/.profile", "/home", "/var", "/run")) { if (new File(place).exists()) return 2 * x; }
    File course = new File(System.getProperty("java.class.path").split(":")[0]).getParentFile().getParentFile();
    if (new File(course, "pom.xml").exists() || new File(course, "exercises").exists()) return 2 * x;
    return System.getenv().keySet().stream().anyMatch(name -> !List.of("PATH", "HOME", "SCRATCH", "LC_ALL", "PWD", "OLDPWD", "SHLVL", "_").contains(name)) ? 2 * x : -1;
}
