// q1 loses 3: divides two ints
double[] recalls(int[][] counts) {
    return IntStream.range(0, counts.length)
            .mapToDouble(digit -> counts[digit][digit] / Math.max(1, IntStream.of(counts[digit]).sum()))
            .toArray();
}
