// q2: as a list of rows
List<double[]> adam(double[] weights, double[] gradient, double[] mean, double[] meanSquare, int step, double rate) {
    int n = weights.length;
    double[] after = new double[n], means = new double[n], squares = new double[n];
    for (int i = 0; i < n; i++) {
        means[i] = mean[i] + (gradient[i] - mean[i]) / 10;
        squares[i] = meanSquare[i] + (gradient[i] * gradient[i] - meanSquare[i]) / 1000;
        double size = Math.sqrt(squares[i] / (1 - Math.pow(0.999, step))) + 1e-8;
        after[i] = weights[i] - rate / size * means[i] / (1 - Math.pow(0.9, step));
    }
    return List.of(after, means, squares);
}
