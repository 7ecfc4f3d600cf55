// q2 loses 1: the mean of 1 / chance, which is right only if all are equal
double perplexity(double[] chance) {
    double sum = 0;
    for (double each : chance) {
        sum += 1 / each;
    }
    return sum / chance.length;
}
