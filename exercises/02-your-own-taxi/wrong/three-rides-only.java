// q1 loses 2: the number of rides of the example
double largestRate(double[] km) {
    double squares = 0;
    for (double x : km) {
        squares += x * x;
    }
    return 3 / squares;
}
