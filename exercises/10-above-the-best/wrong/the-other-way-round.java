// q2 loses 3: weighs with the model instead of the truth
double excess(double[] truth, double[] model) {
    double sum = 0;
    for (int i = 0; i < truth.length; i++) {
        sum += model[i] * (Math.log(model[i]) - Math.log(truth[i]));
    }
    return sum;
}
