// q2 loses 3: forgets the inner derivative
double gradient(double weight, double[] km, double[] price) {
    double sum = 0;
    for (int i = 0; i < km.length; i++) {
        sum += 2 * (weight * km[i] - price[i]);
    }
    return sum / km.length;
}
