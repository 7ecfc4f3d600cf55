// q1 loses 1: in the order of the card
List<String> clashes(Map<String, String> card, Map<String, String> list) {
    List<String> clashes = new ArrayList<>();
    card.forEach((part, license) -> {
        if (list.containsKey(part) && !list.get(part).strip().equalsIgnoreCase(license.strip())) {
            clashes.add(part);
        }
    });
    return clashes;
}
