// q1 loses 1: takes the first byte for the length
long headerLength(byte[] file) {
    return file[0];
}
