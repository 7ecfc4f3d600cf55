// q1: with a table of the pairs seen so far
double zScore(boolean[][] green, double share, int[] tokens) {
    boolean[][] seen = new boolean[green.length][green.length];
    int n = 0, greens = 0;
    for (int i = 0; i + 1 < tokens.length; i++) {
        int a = tokens[i], b = tokens[i + 1];
        if (!seen[a][b]) {
            seen[a][b] = true;
            n++;
            greens += green[a][b] ? 1 : 0;
        }
    }
    double deviation = Math.sqrt(n * share * (1 - share));
    return n == 0 ? 0 : greens / deviation - n * share / deviation;
}
