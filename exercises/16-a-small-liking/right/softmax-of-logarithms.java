// q2: a softmax of the logarithms
double[] preferred(double[] before, double[] liking, double beta) {
    double[] logits = IntStream.range(0, before.length).mapToDouble(i -> Math.log(before[i]) + liking[i] / beta).toArray();
    double largest = Arrays.stream(logits).max().getAsDouble();
    double sum = Arrays.stream(logits).map(logit -> Math.exp(logit - largest)).sum();
    return Arrays.stream(logits).map(logit -> Math.exp(logit - largest) / sum).toArray();
}
