// q1: splits each line once, at the first two spaces
Map<String, String> read(String manifest) {
    Map<String, String> fingerprints = new HashMap<>();
    new Scanner(manifest).useDelimiter("\n").forEachRemaining(line -> {
        String[] parts = line.split("  ", 2);
        fingerprints.put(parts[1], parts[0]);
    });
    return fingerprints;
}
