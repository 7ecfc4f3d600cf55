// q2 loses 1: counts the parts instead of looking at them
String kind(Set<String> parts, boolean anyUse) {
    if (!parts.contains("weights")) {
        return "closed";
    }
    if (!anyUse) {
        return "restricted";
    }
    return parts.size() >= 4 ? "open source" : "open-weight";
}
