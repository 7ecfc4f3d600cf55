// q2: step by step
long place(long headerLength, long begin, int columns, int row, int column, int bytesEach) {
    long numbers = Long.BYTES + headerLength;
    long matrix = numbers + begin;
    long itsRow = matrix + (long) bytesEach * columns * row;
    return itsRow + (long) bytesEach * column;
}
