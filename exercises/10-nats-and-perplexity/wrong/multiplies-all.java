// q2 loses 1: the product of all probabilities becomes 0 in a long text
double perplexity(double[] chance) {
    double product = 1;
    for (double each : chance) {
        product *= each;
    }
    return Math.pow(product, -1.0 / chance.length);
}
