// q2 loses 3: compares the content itself with the fingerprint
List<List<String>> differences(Map<String, String> manifest, Map<String, String> files) {
    List<String> changed = manifest.keySet().stream().filter(files::containsKey)
            .filter(name -> !files.get(name).equals(manifest.get(name))).sorted().toList();
    List<String> missing = manifest.keySet().stream().filter(name -> !files.containsKey(name)).sorted().toList();
    List<String> extra = files.keySet().stream().filter(name -> !manifest.containsKey(name)).sorted().toList();
    return List.of(changed, missing, extra);
}
