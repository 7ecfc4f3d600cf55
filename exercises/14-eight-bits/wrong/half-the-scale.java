// q2 loses 2: half the scale, which the error need not reach
double largestError(float[] row) {
    double largest = 0;
    for (float weight : row) {
        largest = Math.max(largest, Math.abs(weight));
    }
    return largest / 127 / 2;
}
