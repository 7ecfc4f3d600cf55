// q1 loses 1: e to the power of a large score is infinite
double[] shares(double[] scores, int t) {
    double[] shares = new double[scores.length];
    double sum = 0;
    for (int i = 0; i <= t; i++) {
        shares[i] = Math.exp(scores[i]);
        sum += shares[i];
    }
    for (int i = 0; i <= t; i++) {
        shares[i] /= sum;
    }
    return shares;
}
