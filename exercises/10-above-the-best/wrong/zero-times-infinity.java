// q1 loses 1: 0 times the logarithm of 0 is not a number
double entropy(double[] truth) {
    double sum = 0;
    for (double p : truth) {
        sum -= p * Math.log(p);
    }
    return sum;
}
