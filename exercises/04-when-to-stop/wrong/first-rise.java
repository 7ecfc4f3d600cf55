// q1 loses 2: stops one step too late
int bestStep(double[] testLoss) {
    for (int step = 1; step < testLoss.length; step++) {
        if (testLoss[step] > testLoss[step - 1]) {
            return step;
        }
    }
    return testLoss.length - 1;
}
