// q2 loses 3: answers 1 only if both signs are there
double[][] threeNeurons() {
    return new double[][] {{1, 1, -1.5}, {1, 1, -1.5}, {1, 1, -1.5}};
}
