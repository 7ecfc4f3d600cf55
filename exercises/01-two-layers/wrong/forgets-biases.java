// q1 loses 2: forgets the biases
int weightCount(int inputs, int neurons) {
    return inputs * neurons;
}
