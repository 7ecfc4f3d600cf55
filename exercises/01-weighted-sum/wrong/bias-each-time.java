// q1 loses 2: adds the bias once for each input
double weightedSum(double[] in, double[] w, double b) {
    double sum = 0;
    for (int i = 0; i < in.length; i++) {
        sum += w[i] * in[i] + b;
    }
    return sum;
}
