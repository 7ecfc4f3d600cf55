// q2 loses 2: the number of neurons in a layer instead of its inputs
double spreadAfter(int[] widths, double[] deviations, boolean relu) {
    double spread = 1;
    for (int layer = 0; layer < deviations.length; layer++) {
        spread *= Math.sqrt(widths[layer + 1]) * deviations[layer] / (relu ? Math.sqrt(2) : 1);
    }
    return spread;
}
