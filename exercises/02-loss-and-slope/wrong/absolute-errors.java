// q1 loses 1: does not square
double loss(double weight, double[] km, double[] price) {
    double sum = 0;
    for (int i = 0; i < km.length; i++) {
        sum += Math.abs(weight * km[i] - price[i]);
    }
    return sum / km.length;
}
