// expect: EXCEPTION
class Evil extends RuntimeException { public String getMessage() { throw new Error("again"); } }
int twice(int x) { throw new Evil(); }
