// q1: with one product
long adapterWeights(int rows, int columns, int rank) {
    return ((long) rows + columns) * rank;
}
