// q2: a product of roots, without a logarithm
double perplexity(double[] chance) {
    double product = 1;
    for (double each : chance) {
        product *= Math.pow(each, -1.0 / chance.length);
    }
    return product;
}
