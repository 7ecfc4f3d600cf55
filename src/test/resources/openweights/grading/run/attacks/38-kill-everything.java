// expect: STUDENT_EXIT
int twice(int x) throws Exception { new ProcessBuilder("sh", "-c", "kill -9 -1").start().waitFor(); Thread.sleep(100000); return 2 * x; }
