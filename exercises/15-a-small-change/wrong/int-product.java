// q2 loses 1: rows · columns · percent as int
long largestRank(int rows, int columns, int percent) {
    return rows * columns * percent / (100 * (rows + columns));
}
