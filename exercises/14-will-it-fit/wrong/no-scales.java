// q1 loses 2: forgets the scales
double gigabytes(double weights, int bits, int group) {
    return weights * bits / 8 / 1e9;
}
