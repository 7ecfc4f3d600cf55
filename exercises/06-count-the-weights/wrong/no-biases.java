// q1 loses 3: forgets the biases
long weightCount(int[] widths) {
    long count = 0;
    for (int layer = 1; layer < widths.length; layer++) {
        count += (long) widths[layer - 1] * widths[layer];
    }
    return count;
}
