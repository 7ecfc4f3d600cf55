// q2 loses 1: infinity divided by infinity
double[] preferred(double[] before, double[] liking, double beta) {
    double[] shares = new double[before.length];
    double sum = 0;
    for (int i = 0; i < before.length; i++) {
        shares[i] = before[i] * Math.exp(liking[i] / beta);
        sum += shares[i];
    }
    for (int i = 0; i < before.length; i++) shares[i] /= sum;
    return shares;
}
