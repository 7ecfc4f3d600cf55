// q2 loses 1: looks at the validation loss only
boolean overfits(double[] trainingLoss, double[] validationLoss) {
    double lowest = Arrays.stream(validationLoss).min().getAsDouble();
    return validationLoss[validationLoss.length - 1] > lowest;
}
