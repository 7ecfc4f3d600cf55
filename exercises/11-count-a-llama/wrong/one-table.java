// q2 loses 1: counts one table only
long modelWeights(int vocabulary, int hidden, int layers, long oneLayer, boolean tied) {
    return (long) vocabulary * hidden + layers * oneLayer + hidden;
}
