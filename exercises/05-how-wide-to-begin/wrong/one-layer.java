// q2 loses 3: looks at the last layer only
double spreadAfter(int[] widths, double[] deviations, boolean relu) {
    int last = deviations.length - 1;
    return Math.sqrt(widths[last] / (relu ? 2.0 : 1)) * deviations[last];
}
