// q1: by the curvature, with a stream
double largestRate(double[] km) {
    double curvature = 2 * Arrays.stream(km).map(x -> x * x).average().getAsDouble();
    return 2 / curvature;
}
