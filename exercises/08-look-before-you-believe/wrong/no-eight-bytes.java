// q2 loses 1: reads a length that is not there
boolean plausible(byte[] file) {
    long length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
    return length >= 0 && length <= file.length - 8;
}
