// q1: as a list, with a stream
List<Double> rmsNorm(double[] row, double[] gain, double epsilon) {
    double mean = Arrays.stream(row).map(x -> x * x).average().getAsDouble();
    return IntStream.range(0, row.length).mapToObj(i -> gain[i] * row[i] / Math.sqrt(mean + epsilon)).toList();
}
