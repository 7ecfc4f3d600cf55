// q1 loses 3: doubles instead
double half(double x) {
    return 2 * x;
}
