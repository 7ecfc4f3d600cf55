// q1 loses 3: counts the product instead of its two parts
long adapterWeights(int rows, int columns, int rank) {
    return (long) rows * columns * rank;
}
