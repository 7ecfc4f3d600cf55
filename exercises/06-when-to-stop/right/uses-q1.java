// q2: with bestStep
boolean overfits(double[] trainingLoss, double[] validationLoss) {
    int best = bestStep(validationLoss);
    int last = trainingLoss.length - 1;
    boolean rose = validationLoss[best] < validationLoss[last];
    return rose && trainingLoss[best] > trainingLoss[last];
}
