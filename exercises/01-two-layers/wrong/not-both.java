// q2 loses 1: the third neuron looks at one of the two only
int exclusiveOr(double a, double b) {
    double[] in = {a, b};
    int atLeastOne = neuron(in, new double[] {1, 1}, -0.5);
    int notBoth = neuron(in, new double[] {-1, -1}, 1.5);
    return neuron(new double[] {atLeastOne, notBoth}, new double[] {0, 1}, -0.5);
}
