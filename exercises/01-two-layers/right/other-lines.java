// q2: one but not the other, or the other way round
double[][] threeNeurons() {
    return new double[][] {{3, -3, -1}, {-2, 2, -1}, {1, 1, -0.5}};
}
