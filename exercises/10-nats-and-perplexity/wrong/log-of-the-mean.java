// q1 loses 2: the logarithm of the mean instead of the mean of the logarithms
double natsPerToken(double[] chance) {
    return -Math.log(Arrays.stream(chance).average().getAsDouble());
}
