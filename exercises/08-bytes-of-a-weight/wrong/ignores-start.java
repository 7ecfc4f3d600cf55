// q2 loses 1: always reads from the beginning
float[] floatsAt(byte[] bytes, int start, int count) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
        numbers[i] = buffer.getFloat();
    }
    return numbers;
}
