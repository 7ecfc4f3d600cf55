// q1 loses 1: the last of equally good steps
int bestStep(double[] validationLoss) {
    int best = 0;
    for (int step = 1; step < validationLoss.length; step++) {
        if (validationLoss[step] <= validationLoss[best]) {
            best = step;
        }
    }
    return best;
}
