// q1: sorts all experts
List<Integer> chosen(double[] scores) {
    return IntStream.range(0, scores.length).boxed().sorted(Comparator.comparing(i -> -scores[i])).limit(2).toList();
}
