// expect: EXCEPTION
class Evil extends RuntimeException { public String getMessage() { return "<script>alert(1)</script>".repeat(1000000); } }
int twice(int x) { throw new Evil(); }
