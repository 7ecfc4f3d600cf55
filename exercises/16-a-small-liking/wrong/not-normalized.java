// q2 loses 3: the probabilities do not sum to 1
double[] preferred(double[] before, double[] liking, double beta) {
    double largest = Arrays.stream(liking).max().getAsDouble();
    double[] shares = new double[before.length];
    for (int i = 0; i < before.length; i++) shares[i] = before[i] * Math.exp((liking[i] - largest) / beta);
    return shares;
}
