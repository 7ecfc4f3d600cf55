// q2: goes through the names of both, with an array of lists
List<String>[] differences(Map<String, String> manifest, Map<String, String> files) {
    Set<String> names = new TreeSet<>(manifest.keySet());
    names.addAll(files.keySet());
    List<String>[] lists = new List[] {new ArrayList<>(), new ArrayList<>(), new ArrayList<>()};
    for (String name : names) {
        String listed = manifest.get(name), content = files.get(name);
        if (listed == null) {
            lists[2].add(name);
        } else if (content == null) {
            lists[1].add(name);
        } else if (!listed.toLowerCase(Locale.ROOT).equals(fingerprint(content))) {
            lists[0].add(name);
        }
    }
    return lists;
}
