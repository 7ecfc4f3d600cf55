// expect: EXCEPTION
List<Object> twice(int x) { List<Object> own = new ArrayList<>(); own.add(own); return own; }
