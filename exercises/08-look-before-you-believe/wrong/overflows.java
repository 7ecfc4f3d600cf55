// q2 loses 1: adds 8 to the largest long
boolean plausible(byte[] file) {
    if (file.length < 8) {
        return false;
    }
    long length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong();
    return length >= 0 && length + 8 <= file.length;
}
