// q1 loses 3: forgets B
long adapterWeights(int rows, int columns, int rank) {
    return (long) rank * columns;
}
