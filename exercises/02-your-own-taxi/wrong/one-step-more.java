// q2 loses 2: takes one step too many
double trained(double[] km, double[] price, double rate, int steps) {
    double weight = 0;
    for (int step = 0; step <= steps; step++) {
        double gradient = 0;
        for (int i = 0; i < km.length; i++) {
            gradient += 2 * (weight * km[i] - price[i]) * km[i] / km.length;
        }
        weight -= rate * gradient;
    }
    return weight;
}
