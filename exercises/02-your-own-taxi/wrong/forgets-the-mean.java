// q1 loses 3: the sum of the squares instead of their mean
double largestRate(double[] km) {
    double squares = 0;
    for (double x : km) {
        squares += x * x;
    }
    return 1 / squares;
}
