// q1: with add, which repeats the row of biases by itself
INDArray hiddenLayer(INDArray X, INDArray W1, INDArray b1) {
    INDArray sums = X.mmul(W1).add(b1);
    return Transforms.tanh(sums, false);
}
