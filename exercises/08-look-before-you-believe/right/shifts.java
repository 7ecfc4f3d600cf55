// q1: byte by byte, with shifts
long headerLength(byte[] file) {
    long length = 0;
    for (int i = 7; i >= 0; i--) {
        length = length << 8 | file[i] & 0xFF;
    }
    return length;
}
