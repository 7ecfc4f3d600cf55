// q2: with a method for the gradient
double slope(double weight, double[] km, double[] price) {
    return IntStream.range(0, km.length).mapToDouble(i -> 2 * km[i] * (weight * km[i] - price[i])).sum() / km.length;
}

double trained(double[] km, double[] price, double rate, int steps) {
    double weight = 0;
    while (steps-- > 0) {
        weight = weight - rate * slope(weight, km, price);
    }
    return weight;
}
