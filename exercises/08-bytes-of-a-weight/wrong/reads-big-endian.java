// q2 loses 3: the highest byte first
float[] floatsAt(byte[] bytes, int start, int count) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).position(start);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
        numbers[i] = buffer.getFloat();
    }
    return numbers;
}
