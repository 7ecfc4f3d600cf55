// q1 loses 3: forgets that later tokens must not be seen
double[] shares(double[] scores, int t) {
    double largest = Arrays.stream(scores).max().getAsDouble();
    double[] e = Arrays.stream(scores).map(s -> Math.exp(s - largest)).toArray();
    double sum = Arrays.stream(e).sum();
    return Arrays.stream(e).map(each -> each / sum).toArray();
}
