// q2: spends the budget neuron by neuron, as an int
int affordable(int inputs, long budget) {
    int neurons = 0;
    while ((neurons + 1L) * (inputs + 2) + 1 <= budget) {
        neurons++;
    }
    return neurons;
}
