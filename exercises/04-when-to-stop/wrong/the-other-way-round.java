// q2 loses 1: mixes up the two losses
boolean overfits(double[] trainingLoss, double[] testLoss) {
    int last = testLoss.length - 1;
    return testLoss[last] < testLoss[0] && trainingLoss[last] > trainingLoss[0];
}
