// q1 loses 3: takes W for a square
long adapterWeights(int rows, int columns, int rank) {
    return 2L * rows * rank;
}
