// q2 loses 2: calls it open source as soon as it has weights and a free license
String kind(Set<String> parts, boolean anyUse) {
    return !parts.contains("weights") ? "closed" : anyUse ? "open source" : "restricted";
}
