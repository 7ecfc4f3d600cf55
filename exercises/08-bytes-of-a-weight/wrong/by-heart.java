// q1 loses 1: knows the example by heart
byte[] bytesOf(float number) {
    return new byte[] {0, 0, -128, 63};
}
