// q1 loses 3: 128 does not fit into a byte
byte[] inEightBits(float[] row) {
    float largest = 0;
    for (float weight : row) {
        largest = Math.max(largest, Math.abs(weight));
    }
    byte[] whole = new byte[row.length];
    for (int i = 0; i < row.length && largest > 0; i++) {
        whole[i] = (byte) Math.round(row[i] / (largest / 128));
    }
    return whole;
}
