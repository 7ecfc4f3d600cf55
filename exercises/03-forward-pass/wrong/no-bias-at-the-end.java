// q2 loses 1: forgets the bias
INDArray answers(INDArray hidden, INDArray W2, INDArray b2) {
    return Transforms.sigmoid(hidden.mmul(W2));
}
