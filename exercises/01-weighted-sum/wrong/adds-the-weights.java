// q1 loses 3: adds each weight instead of multiplying by it
double weightedSum(double[] in, double[] w, double b) {
    double sum = b;
    for (int i = 0; i < in.length; i++) {
        sum += w[i] + in[i];
    }
    return sum;
}
