// q1 loses 2: the highest byte first
long headerLength(byte[] file) {
    return ByteBuffer.wrap(file).getLong();
}
