// q2: with missing
String kind(Set<String> parts, boolean anyUse) {
    List<String> gone = missing(parts);
    return gone.contains("weights") ? "closed" : !anyUse ? "restricted" : gone.isEmpty() ? "open source" : "open-weight";
}
