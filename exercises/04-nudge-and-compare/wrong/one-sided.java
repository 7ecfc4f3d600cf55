// q1 loses 2: compares with the loss at the weight itself
double[] slopes(ToDoubleFunction<double[]> loss, double[] weights, double nudge) {
    double[] slopes = new double[weights.length];
    double here = loss.applyAsDouble(weights);
    for (int i = 0; i < weights.length; i++) {
        double before = weights[i];
        weights[i] = before + nudge;
        slopes[i] = (loss.applyAsDouble(weights) - here) / nudge;
        weights[i] = before;
    }
    return slopes;
}
