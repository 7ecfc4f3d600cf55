// q1 loses 1: adds the nudge back, which rounds
double[] slopes(ToDoubleFunction<double[]> loss, double[] weights, double nudge) {
    double[] slopes = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
        weights[i] += nudge;
        double up = loss.applyAsDouble(weights);
        weights[i] -= 2 * nudge;
        double down = loss.applyAsDouble(weights);
        weights[i] += nudge;
        slopes[i] = (up - down) / (2 * nudge);
    }
    return slopes;
}
