// q1 loses 1: divides 0 by 0 where there are no pairs
double zScore(boolean[][] green, double share, int[] tokens) {
    Set<List<Integer>> pairs = new HashSet<>();
    for (int i = 1; i < tokens.length; i++) {
        pairs.add(List.of(tokens[i - 1], tokens[i]));
    }
    double n = pairs.size();
    long greens = pairs.stream().filter(pair -> green[pair.get(0)][pair.get(1)]).count();
    return (greens - n * share) / Math.sqrt(n * share * (1 - share));
}
