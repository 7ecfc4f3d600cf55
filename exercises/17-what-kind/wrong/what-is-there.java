// q1 loses 2: returns what is there
List<String> missing(Set<String> parts) {
    List<String> there = new ArrayList<>(needed);
    there.retainAll(parts);
    return there;
}
