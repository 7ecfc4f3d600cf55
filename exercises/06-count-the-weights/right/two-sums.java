// q1: weights and biases by themselves
long weightCount(int[] widths) {
    long weights = 0, biases = 0;
    for (int i = 0; i + 1 < widths.length; i++) {
        weights += (long) widths[i] * widths[i + 1];
        biases += widths[i + 1];
    }
    return weights + biases;
}
