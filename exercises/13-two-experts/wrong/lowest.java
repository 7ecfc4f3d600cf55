// q1 loses 3: the two lowest scores
int[] chosen(double[] scores) {
    Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
    return new int[] {order[0], order[1]};
}
