// q2 loses 2: asks everybody
double[] mixed(double[] scores, double[][] answers) {
    double sum = Arrays.stream(scores).map(Math::exp).sum();
    double[] row = new double[answers[0].length];
    for (int c = 0; c < row.length; c++) {
        for (int i = 0; i < scores.length; i++) {
            row[c] += Math.exp(scores[i]) / sum * answers[i][c];
        }
    }
    return row;
}
