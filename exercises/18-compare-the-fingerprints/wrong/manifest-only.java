// q2 loses 2: does not notice what is extra
List<List<String>> differences(Map<String, String> manifest, Map<String, String> files) {
    List<String> changed = manifest.keySet().stream().filter(files::containsKey)
            .filter(name -> !fingerprint(files.get(name)).equalsIgnoreCase(manifest.get(name))).sorted().toList();
    List<String> missing = manifest.keySet().stream().filter(name -> !files.containsKey(name)).sorted().toList();
    return List.of(changed, missing, List.of());
}
