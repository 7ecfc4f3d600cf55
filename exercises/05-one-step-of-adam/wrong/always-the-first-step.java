// q2 loses 1: corrects as in the first step
double[][] adam(double[] weights, double[] gradient, double[] mean, double[] meanSquare, int step, double rate) {
    double[][] after = {weights.clone(), mean.clone(), meanSquare.clone()};
    for (int i = 0; i < weights.length; i++) {
        after[1][i] = 0.9 * mean[i] + 0.1 * gradient[i];
        after[2][i] = 0.999 * meanSquare[i] + 0.001 * gradient[i] * gradient[i];
        double m = after[1][i] / (1 - 0.9);
        double s = after[2][i] / (1 - 0.999);
        after[0][i] -= rate * m / (Math.sqrt(s) + 1e-8);
    }
    return after;
}
