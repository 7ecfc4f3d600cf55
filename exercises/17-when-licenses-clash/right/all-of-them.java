// q2: asks for each use whether all allow it
List<String> allowedForMixture(List<Set<String>> allowed) {
    return allowed.stream()
            .flatMap(Set::stream)
            .distinct()
            .filter(use -> allowed.stream().allMatch(each -> each.contains(use)))
            .sorted()
            .toList();
}
