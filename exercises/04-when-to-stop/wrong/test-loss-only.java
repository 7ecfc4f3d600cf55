// q2 loses 1: looks at the test loss only
boolean overfits(double[] trainingLoss, double[] testLoss) {
    double lowest = Arrays.stream(testLoss).min().getAsDouble();
    return testLoss[testLoss.length - 1] > lowest;
}
