// q1: with a stream
int bestStep(double[] validationLoss) {
    double lowest = Arrays.stream(validationLoss).min().getAsDouble();
    return IntStream.range(0, validationLoss.length).filter(i -> validationLoss[i] == lowest).findFirst().getAsInt();
}
