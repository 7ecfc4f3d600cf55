// q2 loses 3: 2 instead of e
double perplexity(double[] chance) {
    double sum = 0;
    for (double each : chance) {
        sum -= Math.log(each);
    }
    return Math.pow(2, sum / chance.length);
}
