// q1 loses 2: counts a pair as often as it occurs
double zScore(boolean[][] green, double share, int[] tokens) {
    double n = tokens.length - 1, greens = 0;
    for (int i = 1; i < tokens.length; i++) {
        greens += green[tokens[i - 1]][tokens[i]] ? 1 : 0;
    }
    return n <= 0 ? 0 : (greens - n * share) / Math.sqrt(n * share * (1 - share));
}
