// q2 loses 1: asks for the data themselves
String kind(Set<String> parts, boolean anyUse) {
    if (!parts.contains("weights")) {
        return "closed";
    }
    if (!anyUse) {
        return "restricted";
    }
    return parts.containsAll(needed) && parts.contains("data") ? "open source" : "open-weight";
}
