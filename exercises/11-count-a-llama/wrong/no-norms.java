// q1 loses 3: forgets the two norms
long layerWeights(int hidden, int inner, int heads, int keyHeads, int headSize) {
    return 2L * heads * headSize * hidden + 2L * keyHeads * headSize * hidden + 3L * inner * hidden;
}
