// q2 loses 2: a row moves the place by one weight only
long place(long headerLength, long begin, int columns, int row, int column, int bytesEach) {
    return 8 + headerLength + begin + ((long) row + column) * bytesEach;
}
