// q1 loses 1: the sum is too large for an int
long layerWeights(int hidden, int inner, int heads, int keyHeads, int headSize) {
    return 2 * heads * headSize * hidden + 2 * keyHeads * headSize * hidden + 3 * inner * hidden + 2 * hidden;
}
