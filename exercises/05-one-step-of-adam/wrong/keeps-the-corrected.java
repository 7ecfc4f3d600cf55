// q2 loses 3: keeps the corrected means
double[][] adam(double[] weights, double[] gradient, double[] mean, double[] meanSquare, int step, double rate) {
    double[][] after = {weights.clone(), mean.clone(), meanSquare.clone()};
    for (int i = 0; i < weights.length; i++) {
        after[1][i] = (0.9 * mean[i] + 0.1 * gradient[i]) / (1 - Math.pow(0.9, step));
        after[2][i] = (0.999 * meanSquare[i] + 0.001 * gradient[i] * gradient[i]) / (1 - Math.pow(0.999, step));
        after[0][i] -= rate * after[1][i] / (Math.sqrt(after[2][i]) + 1e-8);
    }
    return after;
}
