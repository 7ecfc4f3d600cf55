// q1 loses 2: expects half of the pairs to be green
double zScore(boolean[][] green, double share, int[] tokens) {
    Set<List<Integer>> pairs = new HashSet<>();
    for (int i = 1; i < tokens.length; i++) {
        pairs.add(List.of(tokens[i - 1], tokens[i]));
    }
    long greens = pairs.stream().filter(pair -> green[pair.get(0)][pair.get(1)]).count();
    return pairs.isEmpty() ? 0 : (greens - pairs.size() / 2.0) / (Math.sqrt(pairs.size()) / 2);
}
