// q2 loses 1: half of an int is rounded down
double spreadAfter(int[] widths, double[] deviations, boolean relu) {
    double spread = 1;
    for (int layer = 0; layer < deviations.length; layer++) {
        spread *= Math.sqrt(relu ? widths[layer] / 2 : widths[layer]) * deviations[layer];
    }
    return spread;
}
