// q1: with a stream, and the bias at the end
double weightedSum(double[] in, double[] w, double b) {
    return IntStream.range(0, w.length).mapToDouble(i -> in[i] * w[i]).sum() + b;
}
