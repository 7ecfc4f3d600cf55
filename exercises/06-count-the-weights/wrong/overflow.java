// q1 loses 1: multiplies as int
long weightCount(int[] widths) {
    long count = 0;
    for (int layer = 1; layer < widths.length; layer++) {
        count += (widths[layer - 1] + 1) * widths[layer];
    }
    return count;
}
