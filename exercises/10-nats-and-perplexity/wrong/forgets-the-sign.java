// q1 loses 2: forgets the minus
double natsPerToken(double[] chance) {
    double sum = 0;
    for (double each : chance) {
        sum += Math.log(each);
    }
    return sum / chance.length;
}
