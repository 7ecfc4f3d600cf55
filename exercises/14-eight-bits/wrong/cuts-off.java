// q1 loses 2: cuts off instead of rounding
byte[] inEightBits(float[] row) {
    float largest = 0;
    for (float weight : row) {
        largest = Math.max(largest, Math.abs(weight));
    }
    byte[] whole = new byte[row.length];
    for (int i = 0; i < row.length && largest > 0; i++) {
        whole[i] = (byte) (row[i] / (largest / 127));
    }
    return whole;
}
