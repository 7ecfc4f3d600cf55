// q2 loses 1: believes that a release which lacks nothing is open source under any license
String kind(Set<String> parts, boolean anyUse) {
    if (!parts.contains("weights")) {
        return "closed";
    }
    if (parts.containsAll(needed)) {
        return "open source";
    }
    return anyUse ? "open-weight" : "restricted";
}
