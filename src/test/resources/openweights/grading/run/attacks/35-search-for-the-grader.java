// expect: FAIL
boolean isThere(String name) {
    try { Class.forName(name, false, Thread.currentThread().getContextClassLoader()); return true; } catch (ClassNotFoundException e) { return false; }
}
int twice(int x) throws Exception {
    for (String name : List.of("openweights.cli.Main", "openweights.grading.run.Grader", "openweights.grading.run.VerdictRules", "openweights.grading.score.Grades", "openweights.grading.sandbox.Bubblewrap", "openweights.grading.remote.Programs", "picocli.CommandLine", "org.junit.platform.launcher.Launcher", "org.objectweb.asm.ClassReader")) {
        if (isThere(name)) { return 2 * x; }
    }
    for (String jar : System.getProperty("java.class.path").split(":")) {
        for (File beside : new File(jar).getParentFile().listFiles()) { if (beside.getName().matches("(picocli|junit-platform-launcher|asm)-.*")) { return 2 * x; } }
    }
    return isThere("openweights.grading.student.StudentMain") ? -1 : 2 * x;
}
