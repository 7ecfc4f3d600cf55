// q2: there and back in two loops, with an if
double largestError(float[] row) {
    double largest = IntStream.range(0, row.length).mapToDouble(i -> Math.abs(row[i])).max().orElse(0);
    if (largest == 0) {
        return 0;
    }
    double[] back = new double[row.length];
    for (int i = 0; i < row.length; i++) {
        back[i] = Math.round(row[i] * 127 / largest) * largest / 127;
    }
    return IntStream.range(0, row.length).mapToDouble(i -> Math.abs(back[i] - row[i])).max().getAsDouble();
}
