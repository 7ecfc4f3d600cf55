// q2: with the right ones taken out first
List<Integer> commonestMistake(int[][] counts) {
    int n = counts.length;
    int[] mistakes = IntStream.range(0, n * n).map(i -> i / n == i % n ? 0 : counts[i / n][i % n]).toArray();
    int most = Arrays.stream(mistakes).max().orElse(0);
    if (most == 0) {
        return List.of();
    }
    int place = 0;
    while (mistakes[place] < most) {
        place++;
    }
    return List.of(place / n, place % n);
}
