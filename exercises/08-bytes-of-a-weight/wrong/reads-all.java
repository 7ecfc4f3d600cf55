// q2 loses 1: reads all that is there, rounded to whole floats
float[] floatsAt(byte[] bytes, int start, int count) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(start);
    float[] numbers = new float[(bytes.length - start) / 4];
    for (int i = 0; i < numbers.length; i++) {
        numbers[i] = buffer.getFloat();
    }
    return numbers;
}
