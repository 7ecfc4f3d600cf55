// q2 loses 3: as if all answers had been equally likely
double[] preferred(double[] before, double[] liking, double beta) {
    double largest = Arrays.stream(liking).max().getAsDouble();
    double[] shares = new double[before.length];
    double sum = 0;
    for (int i = 0; i < before.length; i++) {
        shares[i] = Math.exp((liking[i] - largest) / beta);
        sum += shares[i];
    }
    for (int i = 0; i < before.length; i++) shares[i] /= sum;
    return shares;
}
