// q2: the sigmoid by its formula
INDArray answers(INDArray hidden, INDArray W2, INDArray b2) {
    INDArray sums = hidden.mmul(W2).add(b2.getDouble(0, 0));
    return Transforms.exp(sums.neg()).add(1).rdiv(1);
}
