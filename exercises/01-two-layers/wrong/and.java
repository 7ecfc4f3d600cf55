// q2 loses 2: answers 1 only if both signs are there
int exclusiveOr(double a, double b) {
    double[] in = {a, b};
    int one = neuron(in, new double[] {1, 1}, -1.5);
    int two = neuron(in, new double[] {1, 1}, -1.5);
    return neuron(new double[] {one, two}, new double[] {1, 1}, -1.5);
}
