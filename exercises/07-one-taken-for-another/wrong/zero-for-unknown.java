// q1 loses 1: says 0 where there are no images
double[] recalls(int[][] counts) {
    return IntStream.range(0, counts.length)
            .mapToDouble(digit -> counts[digit][digit] / Math.max(1.0, IntStream.of(counts[digit]).sum()))
            .toArray();
}
