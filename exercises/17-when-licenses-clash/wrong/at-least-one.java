// q2 loses 1: believes that there is always a model
List<String> allowedForMixture(List<Set<String>> allowed) {
    TreeSet<String> uses = new TreeSet<>(allowed.get(0));
    allowed.forEach(uses::retainAll);
    return new ArrayList<>(uses);
}
