// q1 loses 3: the root of the sum instead of the mean
double[] rmsNorm(double[] row, double[] gain, double epsilon) {
    double squares = 0;
    for (double x : row) {
        squares += x * x;
    }
    double[] normed = new double[row.length];
    for (int i = 0; i < row.length; i++) {
        normed[i] = row[i] / Math.sqrt(squares + epsilon) * gain[i];
    }
    return normed;
}
