// q1: weights and scales by themselves
double gigabytes(double weights, int bits, int group) {
    double all = weights * bits;
    if (group > 0) {
        all += weights / group * 16;
    }
    return all / 8e9;
}
