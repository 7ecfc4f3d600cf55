// q2 loses 1: refuses what just fits
int mostBits(double weights, double memory) {
    double gigabytes = weights / 8 / 1e9;
    return 32 * gigabytes < memory ? 32 : 16 * gigabytes < memory ? 16
            : 8.5 * gigabytes < memory ? 8 : 4.5 * gigabytes < memory ? 4 : 0;
}
