// q1: each move as a sum over all gradients so far
double[] moves(double[] gradients, double keep, double rate) {
    return IntStream.range(0, gradients.length)
            .mapToDouble(now -> -rate * IntStream.rangeClosed(0, now).mapToDouble(i -> Math.pow(keep, now - i) * gradients[i]).sum())
            .toArray();
}
