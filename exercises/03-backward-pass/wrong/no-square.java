// q2 loses 2: 1 - hidden instead of 1 - hidden²
INDArray gradientOfW1(INDArray X, INDArray hidden, INDArray output, INDArray Y, INDArray W2) {
    INDArray dHidden = output.sub(Y).div(Y.rows()).mmul(W2.transpose());
    return X.transpose().mmul(dHidden.mul(hidden.rsub(1)));
}
