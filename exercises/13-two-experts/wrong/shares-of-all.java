// q2 loses 2: a softmax of all scores, so that the two shares do not sum to 1
double[] mixed(double[] scores, double[][] answers) {
    Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(i -> -scores[i]));
    double sum = Arrays.stream(scores).map(Math::exp).sum();
    double one = Math.exp(scores[order[0]]) / sum, two = Math.exp(scores[order[1]]) / sum;
    double[] row = new double[answers[0].length];
    for (int c = 0; c < row.length; c++) {
        row[c] = one * answers[order[0]][c] + two * answers[order[1]][c];
    }
    return row;
}
