// q2 loses 2: the formula for the best weight instead of training
double trained(double[] km, double[] price, double rate, int steps) {
    double xy = 0, xx = 0;
    for (int i = 0; i < km.length; i++) {
        xy += km[i] * price[i];
        xx += km[i] * km[i];
    }
    return xy / xx;
}
