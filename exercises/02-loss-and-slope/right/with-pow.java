// q1: with a stream and Math.pow
double loss(double weight, double[] km, double[] price) {
    return IntStream.range(0, price.length).mapToDouble(i -> Math.pow(price[i] - weight * km[i], 2)).average().getAsDouble();
}
