// q1 loses 2: in the order of the alphabet
List<String> missing(Set<String> parts) {
    TreeSet<String> missing = new TreeSet<>(needed);
    missing.removeAll(parts);
    return new ArrayList<>(missing);
}
