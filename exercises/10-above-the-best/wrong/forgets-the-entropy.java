// q2 loses 2: the loss of the model itself
double excess(double[] truth, double[] model) {
    double sum = 0;
    for (int i = 0; i < truth.length; i++) {
        if (truth[i] > 0) {
            sum -= truth[i] * Math.log(model[i]);
        }
    }
    return sum;
}
