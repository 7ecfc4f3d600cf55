// q1 loses 2: forgets that the two losses are two nudges apart
double[] slopes(ToDoubleFunction<double[]> loss, double[] weights, double nudge) {
    double[] slopes = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
        double before = weights[i];
        weights[i] = before + nudge;
        slopes[i] = loss.applyAsDouble(weights);
        weights[i] = before - nudge;
        slopes[i] = (slopes[i] - loss.applyAsDouble(weights)) / nudge;
        weights[i] = before;
    }
    return slopes;
}
