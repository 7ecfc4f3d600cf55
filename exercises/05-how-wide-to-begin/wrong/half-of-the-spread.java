// q2 loses 1: ReLU halves the mean square, not the spread
double spreadAfter(int[] widths, double[] deviations, boolean relu) {
    double spread = 1;
    for (int layer = 0; layer < deviations.length; layer++) {
        spread *= Math.sqrt(widths[layer]) * deviations[layer] / (relu ? 2 : 1);
    }
    return spread;
}
