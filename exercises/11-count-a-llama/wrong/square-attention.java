// q1 loses 1: takes every array of attention for a square
long layerWeights(int hidden, int inner, int heads, int keyHeads, int headSize) {
    return 4L * hidden * hidden + 3L * inner * hidden + 2L * hidden;
}
