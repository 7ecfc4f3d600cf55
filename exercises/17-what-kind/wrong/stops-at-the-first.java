// q1 loses 2: the first missing part only
List<String> missing(Set<String> parts) {
    for (String part : needed) {
        if (!parts.contains(part)) {
            return List.of(part);
        }
    }
    return List.of();
}
