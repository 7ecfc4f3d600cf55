// q1 loses 1: adds epsilon to the root instead of under it
double[] rmsNorm(double[] row, double[] gain, double epsilon) {
    double squares = 0;
    for (double x : row) {
        squares += x * x;
    }
    double size = Math.sqrt(squares / row.length) + epsilon;
    double[] normed = new double[row.length];
    for (int i = 0; i < row.length; i++) {
        normed[i] = row[i] / size * gain[i];
    }
    return normed;
}
