// expect: FAIL
int twice(int x) {
    for (String place : List.of("/results.jsonl", "/usr/results.jsonl", "/etc/passwd", "/work/results.jsonl", System.getProperty("java.home") + "/x", System.getProperty("java.class.path").split(":")[0])) {
        try (var out = new FileOutputStream(place, true)) { out.write("PASS".getBytes()); return 2 * x; } catch (IOException e) { }
    }
    return -1;
}
