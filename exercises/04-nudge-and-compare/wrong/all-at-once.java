// q1 loses 2: nudges all weights together
double[] slopes(ToDoubleFunction<double[]> loss, double[] weights, double nudge) {
    double[] more = weights.clone(), less = weights.clone();
    for (int i = 0; i < weights.length; i++) {
        more[i] += nudge;
        less[i] -= nudge;
    }
    double[] slopes = new double[weights.length];
    Arrays.fill(slopes, (loss.applyAsDouble(more) - loss.applyAsDouble(less)) / (2 * nudge));
    return slopes;
}
