// q1 loses 2: forgets the curve
INDArray hiddenLayer(INDArray X, INDArray W1, INDArray b1) {
    return X.mmul(W1).addRowVector(b1);
}
