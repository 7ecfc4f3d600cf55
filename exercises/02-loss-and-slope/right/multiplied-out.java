// q2: multiplied out, mean by mean
Double gradient(double weight, double[] km, double[] price) {
    double squares = 0, products = 0;
    for (int i = 0; i < km.length; i++) {
        squares += km[i] * km[i] / km.length;
        products += km[i] * price[i] / km.length;
    }
    return 2 * (weight * squares - products);
}
