// q1: with a stream
List<String> clashes(Map<String, String> card, Map<String, String> list) {
    return card.keySet().stream()
            .filter(list::containsKey)
            .filter(part -> !card.get(part).trim().toLowerCase(Locale.ROOT).equals(list.get(part).trim().toLowerCase(Locale.ROOT)))
            .sorted()
            .toList();
}
