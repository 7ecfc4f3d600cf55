// q2 loses 2: mixes up the two losses
boolean overfits(double[] trainingLoss, double[] validationLoss) {
    int last = validationLoss.length - 1;
    return validationLoss[last] < validationLoss[0] && trainingLoss[last] > trainingLoss[0];
}
