// q2 loses 1: forgets that a byte of Java has a sign
float[] floatsAt(byte[] bytes, int start, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
        int at = start + 4 * i;
        int bits = 0;
        for (int b = 3; b >= 0; b--) {
            bits = (bits << 8) + (b == 3 ? bytes[at + b] : b == 2 ? bytes[at + b] & 255 : bytes[at + b]);
        }
        numbers[i] = Float.intBitsToFloat(bits);
    }
    return numbers;
}
