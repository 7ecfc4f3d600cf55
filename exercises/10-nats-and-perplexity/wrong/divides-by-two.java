// q1 loses 1: divides by the number of tokens of the example
double natsPerToken(double[] chance) {
    double sum = 0;
    for (double each : chance) {
        sum -= Math.log(each);
    }
    return sum / 2;
}
