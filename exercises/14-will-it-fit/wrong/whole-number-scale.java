// q1 loses 2: 16 / group of two ints is rounded down
double gigabytes(double weights, int bits, int group) {
    int scale = group == 0 ? 0 : 16 / group;
    return weights * (bits + scale) / 8 / 1e9;
}
