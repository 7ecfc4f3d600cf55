// expect: PASS
%maven evil:evil:1.0
%jars /tmp/evil.jar
int twice(int x) { return 2 * x; }
