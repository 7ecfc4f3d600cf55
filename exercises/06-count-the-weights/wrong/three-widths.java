// q1 loses 2: one hidden layer only
long weightCount(int[] widths) {
    return (widths[0] + 1L) * widths[1] + (widths[1] + 1L) * widths[2];
}
