// q2 loses 1: a row of zeros has no scale to divide by
double largestError(float[] row) {
    double largest = 0, error = 0;
    for (float weight : row) {
        largest = Math.max(largest, Math.abs(weight));
    }
    for (float weight : row) {
        double whole = Math.rint(weight * 127 / largest);
        error = Math.max(error, Math.abs(weight - whole * largest / 127));
    }
    return error;
}
