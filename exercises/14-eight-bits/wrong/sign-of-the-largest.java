// q1 loses 1: looks for the largest weight with its sign
byte[] inEightBits(float[] row) {
    float largest = 0;
    for (float weight : row) {
        largest = Math.max(largest, weight);
    }
    byte[] whole = new byte[row.length];
    for (int i = 0; i < row.length && largest > 0; i++) {
        whole[i] = (byte) Math.round(row[i] / (largest / 127));
    }
    return whole;
}
