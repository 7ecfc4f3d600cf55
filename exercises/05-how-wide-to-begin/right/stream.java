// q2: the spread itself, with a stream
double spreadAfter(int[] widths, double[] deviations, boolean relu) {
    return IntStream.range(0, widths.length - 1)
            .mapToDouble(i -> deviations[i] * Math.sqrt(widths[i]) * (relu ? Math.sqrt(0.5) : 1))
            .reduce(1, (a, b) -> a * b);
}
