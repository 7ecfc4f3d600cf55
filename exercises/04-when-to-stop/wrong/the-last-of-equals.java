// q1 loses 1: the last of equally good steps
int bestStep(double[] testLoss) {
    int best = 0;
    for (int step = 1; step < testLoss.length; step++) {
        if (testLoss[step] <= testLoss[best]) {
            best = step;
        }
    }
    return best;
}
