// q2: tries one rank after the other, as an int
int largestRank(int rows, int columns, int percent) {
    int rank = 0;
    while (100 * adapterWeights(rows, columns, rank + 1) <= (long) percent * rows * columns) {
        rank++;
    }
    return rank;
}
