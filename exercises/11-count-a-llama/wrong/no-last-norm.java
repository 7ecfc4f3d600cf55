// q2 loses 2: forgets the last norm
long modelWeights(int vocabulary, int hidden, int layers, long oneLayer, boolean tied) {
    return (tied ? 1L : 2L) * vocabulary * hidden + layers * oneLayer;
}
