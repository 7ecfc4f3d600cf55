// expect: EXCEPTION
int twice(int x) { return new Scanner(System.in).nextInt(); }
