// q1: by shifting bits
byte[] bytesOf(float number) {
    int bits = Float.floatToRawIntBits(number);
    return new byte[] {(byte) bits, (byte) (bits >> 8), (byte) (bits >> 16), (byte) (bits >> 24)};
}
