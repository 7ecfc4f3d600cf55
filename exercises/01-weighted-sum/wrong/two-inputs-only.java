// q1 loses 1: works for two inputs only
double weightedSum(double[] in, double[] w, double b) {
    return in[0] * w[0] + in[1] * w[1] + b;
}
