// q2: the second table with an if
long modelWeights(int vocabulary, int hidden, int layers, long oneLayer, boolean tied) {
    long count = hidden * (1L + vocabulary);
    for (int layer = 0; layer < layers; layer++) {
        count += oneLayer;
    }
    if (!tied) {
        count += 1L * vocabulary * hidden;
    }
    return count;
}
