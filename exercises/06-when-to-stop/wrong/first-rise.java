// q1 loses 2: stops one step too late
int bestStep(double[] validationLoss) {
    for (int step = 1; step < validationLoss.length; step++) {
        if (validationLoss[step] > validationLoss[step - 1]) {
            return step;
        }
    }
    return validationLoss.length - 1;
}
