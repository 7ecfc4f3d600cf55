// q1 loses 1: split gives one empty line where there is none
Map<String, String> read(String manifest) {
    Map<String, String> fingerprints = new HashMap<>();
    for (String line : manifest.split("\n")) {
        fingerprints.put(line.substring(66), line.substring(0, 64));
    }
    return fingerprints;
}
