// q1 loses 3: leaves each weight nudged
double[] slopes(ToDoubleFunction<double[]> loss, double[] weights, double nudge) {
    double[] slopes = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
        weights[i] += nudge;
        double up = loss.applyAsDouble(weights);
        weights[i] -= 2 * nudge;
        slopes[i] = (up - loss.applyAsDouble(weights)) / (2 * nudge);
    }
    return slopes;
}
