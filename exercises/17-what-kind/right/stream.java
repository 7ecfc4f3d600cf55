// q1: with a stream
List<String> missing(Set<String> parts) {
    return needed.stream().filter(part -> !parts.contains(part)).toList();
}
