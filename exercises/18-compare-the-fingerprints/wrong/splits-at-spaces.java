// q1 loses 1: takes the last word for the name
Map<String, String> read(String manifest) {
    Map<String, String> fingerprints = new HashMap<>();
    for (String line : manifest.lines().toList()) {
        String[] parts = line.split(" +");
        fingerprints.put(parts[parts.length - 1], parts[0]);
    }
    return fingerprints;
}
