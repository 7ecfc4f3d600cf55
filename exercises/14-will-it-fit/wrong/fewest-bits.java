// q2 loses 2: the fewest bits instead of the most
int mostBits(double weights, double memory) {
    return 4.5 * weights / 8 / 1e9 <= memory ? 4 : 0;
}
