// q2 loses 2: looks at two models only
List<String> allowedForMixture(List<Set<String>> allowed) {
    TreeSet<String> uses = new TreeSet<>(allowed.get(0));
    uses.retainAll(allowed.get(1));
    return new ArrayList<>(uses);
}
