// q2: an "and" with weights 3 and 1
double[][] threeNeurons() {
    return new double[][] {{2, 2, -1}, {-1, -1, 1.5}, {3, 1, -3.5}};
}
