// q2 loses 3: forgets the 8 bytes of the length
long place(long headerLength, long begin, int columns, int row, int column, int bytesEach) {
    return headerLength + begin + ((long) row * columns + column) * bytesEach;
}
