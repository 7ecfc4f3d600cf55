// q1: as a list
List<Byte> bytesOf(float number) {
    int bits = Float.floatToRawIntBits(number);
    return List.of((byte) bits, (byte) (bits >> 8), (byte) (bits >> 16), (byte) (bits >> 24));
}
