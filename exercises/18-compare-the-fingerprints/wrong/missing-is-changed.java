// q2 loses 2: takes a missing file for a changed one
List<List<String>> differences(Map<String, String> manifest, Map<String, String> files) {
    List<String> changed = manifest.keySet().stream()
            .filter(name -> !fingerprint(files.getOrDefault(name, "")).equalsIgnoreCase(manifest.get(name))).sorted().toList();
    List<String> missing = manifest.keySet().stream().filter(name -> !files.containsKey(name)).sorted().toList();
    List<String> extra = files.keySet().stream().filter(name -> !manifest.containsKey(name)).sorted().toList();
    return List.of(changed, missing, extra);
}
