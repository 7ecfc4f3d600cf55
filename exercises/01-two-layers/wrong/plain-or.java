// q2 loses 2: one neuron only
int exclusiveOr(double a, double b) {
    return neuron(new double[] {a, b}, new double[] {1, 1}, -0.5);
}
