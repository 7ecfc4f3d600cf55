// q1 loses 1: stops at the first rise
int bestStep(double[] validationLoss) {
    int step = 0;
    while (step + 1 < validationLoss.length && validationLoss[step + 1] < validationLoss[step]) {
        step++;
    }
    return step;
}
