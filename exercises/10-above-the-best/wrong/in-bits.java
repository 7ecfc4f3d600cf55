// q1 loses 3: in bits instead of nats
double entropy(double[] truth) {
    double sum = 0;
    for (double p : truth) {
        if (p > 0) {
            sum -= p * Math.log(p) / Math.log(2);
        }
    }
    return sum;
}
