// q2 loses 1: subtracts in the array that it was given
double[] preferred(double[] before, double[] liking, double beta) {
    double largest = Arrays.stream(liking).max().getAsDouble();
    double[] shares = new double[before.length];
    double sum = 0;
    for (int i = 0; i < before.length; i++) {
        liking[i] -= largest;
        shares[i] = before[i] * Math.exp(liking[i] / beta);
        sum += shares[i];
    }
    for (int i = 0; i < before.length; i++) shares[i] /= sum;
    return shares;
}
