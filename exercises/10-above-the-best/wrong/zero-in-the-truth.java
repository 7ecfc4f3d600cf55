// q2 loses 1: tokens that never come spoil the sum
double excess(double[] truth, double[] model) {
    double sum = 0;
    for (int i = 0; i < truth.length; i++) {
        sum += truth[i] * (Math.log(truth[i]) - Math.log(model[i]));
    }
    return sum;
}
