// q1 loses 1: compares to the letter
List<String> clashes(Map<String, String> card, Map<String, String> list) {
    List<String> clashes = new ArrayList<>();
    for (String part : new TreeSet<>(card.keySet())) {
        if (list.containsKey(part) && !list.get(part).equals(card.get(part))) {
            clashes.add(part);
        }
    }
    return clashes;
}
