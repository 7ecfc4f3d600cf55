// q1 loses 2: forgets the bias
double weightedSum(double[] in, double[] w, double b) {
    double sum = 0;
    for (int i = 0; i < in.length; i++) {
        sum += w[i] * in[i];
    }
    return sum;
}
