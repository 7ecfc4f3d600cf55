// q2: with gigabytes
int mostBits(double weights, double memory) {
    return IntStream.of(32, 16, 8, 4).filter(bits -> gigabytes(weights, bits, bits > 8 ? 0 : 32) <= memory).findFirst().orElse(0);
}
