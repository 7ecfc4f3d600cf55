// q2 loses 3: the sum over the cases instead of their mean
INDArray gradientOfW1(INDArray X, INDArray hidden, INDArray output, INDArray Y, INDArray W2) {
    INDArray dHidden = output.sub(Y).mmul(W2.transpose());
    return X.transpose().mmul(dHidden.mul(hidden.mul(hidden).rsub(1)));
}
