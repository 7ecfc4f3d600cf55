// q2 loses 2: forgets the scales
int mostBits(double weights, double memory) {
    for (int bits = 32; bits >= 4; bits /= 2) {
        if (weights * bits / 8 / 1e9 <= memory) {
            return bits;
        }
    }
    return 0;
}
