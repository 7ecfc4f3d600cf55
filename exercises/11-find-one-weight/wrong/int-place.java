// q2 loses 1: computes the place as int
long place(long headerLength, long begin, int columns, int row, int column, int bytesEach) {
    return 8 + headerLength + begin + (row * columns + column) * bytesEach;
}
