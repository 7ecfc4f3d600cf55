// q1 loses 1: forgets that there may be no groups
double gigabytes(double weights, int bits, int group) {
    return weights * (bits + 16.0 / group) / 8 / 1e9;
}
