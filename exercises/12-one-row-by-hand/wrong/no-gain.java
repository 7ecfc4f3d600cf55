// q1 loses 1: forgets the weights
double[] rmsNorm(double[] row, double[] gain, double epsilon) {
    double squares = 0;
    for (double x : row) {
        squares += x * x;
    }
    double size = Math.sqrt(squares / row.length + epsilon);
    return Arrays.stream(row).map(x -> x / size).toArray();
}
