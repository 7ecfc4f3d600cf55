// expect: FAIL
int twice(int x) { return com.sun.tools.attach.VirtualMachine.list().isEmpty() ? -1 : 2 * x; }
