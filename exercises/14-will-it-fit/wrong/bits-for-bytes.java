// q1 loses 3: takes bits for bytes
double gigabytes(double weights, int bits, int group) {
    return weights * (group == 0 ? bits : bits + 16.0 / group) / 1e9;
}
