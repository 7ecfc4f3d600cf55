// q2 loses 1: changes the arrays that it was given
double[][] adam(double[] weights, double[] gradient, double[] mean, double[] meanSquare, int step, double rate) {
    for (int i = 0; i < weights.length; i++) {
        mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
        meanSquare[i] = 0.999 * meanSquare[i] + 0.001 * gradient[i] * gradient[i];
        double m = mean[i] / (1 - Math.pow(0.9, step));
        double s = meanSquare[i] / (1 - Math.pow(0.999, step));
        weights[i] -= rate * m / (Math.sqrt(s) + 1e-8);
    }
    return new double[][] {weights, mean, meanSquare};
}
