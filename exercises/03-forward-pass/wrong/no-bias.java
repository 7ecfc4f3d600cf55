// q1 loses 1: forgets the bias
INDArray hiddenLayer(INDArray X, INDArray W1, INDArray b1) {
    return Transforms.tanh(X.mmul(W1));
}
