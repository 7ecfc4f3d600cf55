// q1 loses 1: multiplies as int
long adapterWeights(int rows, int columns, int rank) {
    return rank * (rows + columns);
}
