// q1: nudges copies, with a stream
double[] slopes(ToDoubleFunction<double[]> loss, double[] weights, double nudge) {
    return IntStream.range(0, weights.length).mapToDouble(i -> {
        double[] more = weights.clone(), less = weights.clone();
        more[i] += nudge;
        less[i] -= nudge;
        return (loss.applyAsDouble(more) - loss.applyAsDouble(less)) / nudge / 2;
    }).toArray();
}
