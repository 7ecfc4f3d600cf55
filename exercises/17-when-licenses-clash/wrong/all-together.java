// q2 loses 2: allows what any of them allows
List<String> allowedForMixture(List<Set<String>> allowed) {
    TreeSet<String> uses = new TreeSet<>();
    allowed.forEach(uses::addAll);
    return new ArrayList<>(uses);
}
