// q1 loses 2: the highest byte first
byte[] bytesOf(float number) {
    return ByteBuffer.allocate(4).putFloat(number).array();
}
