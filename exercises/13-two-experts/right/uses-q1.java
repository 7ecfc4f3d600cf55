// q2: with chosen, and a softmax of two
double[] mixed(double[] scores, double[][] answers) {
    int[] two = chosen(scores);
    double a = Math.exp(scores[two[0]]), b = Math.exp(scores[two[1]]);
    return IntStream.range(0, answers[two[0]].length)
            .mapToDouble(c -> (a * answers[two[0]][c] + b * answers[two[1]][c]) / (a + b))
            .toArray();
}
