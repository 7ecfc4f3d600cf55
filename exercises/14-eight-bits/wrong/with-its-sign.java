// q2 loses 3: the largest difference with its sign
double largestError(float[] row) {
    double largest = 0, error = 0;
    for (float weight : row) {
        largest = Math.max(largest, Math.abs(weight));
    }
    for (int i = 0; i < row.length && largest > 0; i++) {
        double scale = largest / 127;
        error = Math.max(error, row[i] - Math.round(row[i] / scale) * scale);
    }
    return error;
}
