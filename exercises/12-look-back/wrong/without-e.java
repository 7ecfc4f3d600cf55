// q1 loses 2: divides the scores themselves by their sum
double[] shares(double[] scores, int t) {
    double sum = Arrays.stream(scores, 0, t + 1).sum();
    double[] shares = new double[scores.length];
    for (int i = 0; i <= t; i++) {
        shares[i] = scores[i] / sum;
    }
    return shares;
}
