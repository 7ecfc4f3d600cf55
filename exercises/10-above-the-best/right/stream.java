// q1: with a stream
double entropy(double[] truth) {
    return Arrays.stream(truth).filter(p -> p != 0).map(p -> p * -Math.log(p)).sum();
}
