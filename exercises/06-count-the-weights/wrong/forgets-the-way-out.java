// q2 loses 2: forgets the weight out of each hidden neuron
long affordable(int inputs, long budget) {
    return Math.max(0, (budget - 1) / (inputs + 1));
}
