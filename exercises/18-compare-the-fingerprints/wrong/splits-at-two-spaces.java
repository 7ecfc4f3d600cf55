// q1 loses 1: ends the name at its own two spaces
Map<String, String> read(String manifest) {
    Map<String, String> fingerprints = new HashMap<>();
    for (String line : manifest.lines().toList()) {
        String[] parts = line.split("  ");
        fingerprints.put(parts[1], parts[0]);
    }
    return fingerprints;
}
