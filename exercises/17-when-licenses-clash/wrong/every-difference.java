// q1 loses 2: takes a part for a clash that stands in one place only
List<String> clashes(Map<String, String> card, Map<String, String> list) {
    TreeSet<String> parts = new TreeSet<>(card.keySet());
    parts.addAll(list.keySet());
    List<String> clashes = new ArrayList<>();
    for (String part : parts) {
        if (!card.getOrDefault(part, "").strip().equalsIgnoreCase(list.getOrDefault(part, "").strip())) {
            clashes.add(part);
        }
    }
    return clashes;
}
