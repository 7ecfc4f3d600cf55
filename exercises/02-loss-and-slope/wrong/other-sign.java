// q2 loses 3: the error the wrong way round
double gradient(double weight, double[] km, double[] price) {
    double sum = 0;
    for (int i = 0; i < km.length; i++) {
        sum += 2 * (price[i] - weight * km[i]) * km[i];
    }
    return sum / km.length;
}
