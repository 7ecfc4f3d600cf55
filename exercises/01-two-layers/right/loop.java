// q1: neuron by neuron, with a helper
int ofOne(int inputs) {
    return inputs + 1;
}

int weightCount(int inputs, int neurons) {
    int count = 0;
    for (int i = 0; i < neurons; i++) {
        count += ofOne(inputs);
    }
    return count;
}
