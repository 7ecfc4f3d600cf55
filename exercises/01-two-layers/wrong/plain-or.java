// q2 loses 1: the third neuron looks at the first one only
double[][] threeNeurons() {
    return new double[][] {{1, 1, -0.5}, {-1, -1, 1.5}, {1, 0, -0.5}};
}
