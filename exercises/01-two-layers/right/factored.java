// q1: with one product
int weightCount(int inputs, int neurons) {
    // if you like, each neuron has inputs + 1 numbers
    return (inputs + 1) * neurons;
}
