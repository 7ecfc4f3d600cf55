// q2 loses 1: looks at the license before the weights
String kind(Set<String> parts, boolean anyUse) {
    if (!anyUse) {
        return "restricted";
    }
    return !parts.contains("weights") ? "closed" : parts.containsAll(needed) ? "open source" : "open-weight";
}
