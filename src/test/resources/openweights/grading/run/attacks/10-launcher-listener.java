// expect: COMPILE_ERROR
public class Listener implements org.junit.platform.launcher.TestExecutionListener { }
int twice(int x) { return 2 * x; }
