// q2 loses 1: rounds to the nearest rank
long largestRank(int rows, int columns, int percent) {
    return Math.round(percent / 100.0 * rows * columns / (rows + columns));
}
