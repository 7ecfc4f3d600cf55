// q1: array by array
long layerWeights(int hidden, int inner, int heads, int keyHeads, int headSize) {
    long h = hidden;
    long q = h * heads * headSize, k = h * keyHeads * headSize, v = k, o = q;
    long gate = h * inner, up = gate, down = gate;
    return q + k + v + o + gate + up + down + h + h;
}
