// expect: PASS
Locale.setDefault(Locale.GERMANY);
TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
System.setProperty("line.separator", "X");
System.setOut(new PrintStream(OutputStream.nullOutputStream()));
int twice(int x) { return 2 * x; }
