// q2 loses 3: percent / 100 of two ints is 0
long largestRank(int rows, int columns, int percent) {
    return percent / 100 * (long) rows * columns / (rows + columns);
}
