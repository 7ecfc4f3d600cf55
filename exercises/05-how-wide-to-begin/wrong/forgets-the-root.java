// q2 loses 3: a sum does not grow like the number of inputs
double spreadAfter(int[] widths, double[] deviations, boolean relu) {
    double spread = 1;
    for (int layer = 0; layer < deviations.length; layer++) {
        spread *= widths[layer] * deviations[layer] / (relu ? Math.sqrt(2) : 1);
    }
    return spread;
}
