// q2 loses 2: takes every gap between the losses for overfitting
boolean overfits(double[] trainingLoss, double[] validationLoss) {
    return validationLoss[validationLoss.length - 1] > trainingLoss[trainingLoss.length - 1];
}
