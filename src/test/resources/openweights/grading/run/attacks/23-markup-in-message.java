// expect: EXCEPTION
display("<script>alert(1)</script>", "text/html");
int twice(int x) { throw new IllegalStateException("</pre><script>alert(1)</script><img src=x onerror=alert(1)><a href='javascript:alert(1)'>\u202Etxt"); }
