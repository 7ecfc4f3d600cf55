// q1 loses 3: takes 0 1 and 1 0 for the same pair
double zScore(boolean[][] green, double share, int[] tokens) {
    Set<List<Integer>> pairs = new HashSet<>();
    for (int i = 1; i < tokens.length; i++) {
        pairs.add(List.of(Math.min(tokens[i - 1], tokens[i]), Math.max(tokens[i - 1], tokens[i])));
    }
    double n = pairs.size();
    long greens = pairs.stream().filter(pair -> green[pair.get(0)][pair.get(1)]).count();
    return n == 0 ? 0 : (greens - n * share) / Math.sqrt(n * share * (1 - share));
}
