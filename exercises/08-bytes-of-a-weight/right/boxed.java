// q2: as a list
List<Float> floatsAt(byte[] bytes, int start, int count) {
    List<Float> numbers = new ArrayList<>();
    for (int i = start; i < start + 4 * count; i += 4) {
        int bits = bytes[i] & 255 | (bytes[i + 1] & 255) << 8 | (bytes[i + 2] & 255) << 16 | bytes[i + 3] << 24;
        numbers.add(Float.intBitsToFloat(bits));
    }
    return numbers;
}
