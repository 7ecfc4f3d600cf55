// q2 loses 1: leaves the names in the order of the maps
List<List<String>> differences(Map<String, String> manifest, Map<String, String> files) {
    List<String> changed = new ArrayList<>(), missing = new ArrayList<>(), extra = new ArrayList<>(new TreeSet<>(files.keySet()));
    for (String name : new TreeSet<>(manifest.keySet()).descendingSet()) {
        extra.remove(name);
        if (!files.containsKey(name)) {
            missing.add(name);
        } else if (!fingerprint(files.get(name)).equals(manifest.get(name).toLowerCase(Locale.ROOT))) {
            changed.add(0, name);
        }
    }
    return List.of(changed, missing, extra);
}
