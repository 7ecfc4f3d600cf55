// q1: with a stream
double natsPerToken(double[] chance) {
    return Arrays.stream(chance).map(p -> Math.log(1 / p)).average().orElse(0);
}
