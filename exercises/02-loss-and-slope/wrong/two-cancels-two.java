// q2 loses 2: divides by 2, which is right for two rides only
double gradient(double weight, double[] km, double[] price) {
    double sum = 0;
    for (int i = 0; i < km.length; i++) {
        sum += 2 * (weight * km[i] - price[i]) * km[i];
    }
    return sum / 2;
}
