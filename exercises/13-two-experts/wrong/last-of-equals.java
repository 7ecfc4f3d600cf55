// q1 loses 1: the higher number of two equal ones
int[] chosen(double[] scores) {
    Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.<Integer>comparingDouble(i -> -scores[i]).thenComparing(i -> -i));
    return new int[] {order[0], order[1]};
}
