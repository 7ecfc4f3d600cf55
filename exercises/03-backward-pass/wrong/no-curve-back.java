// q2 loses 2: forgets the curve on the way back
INDArray gradientOfW1(INDArray X, INDArray hidden, INDArray output, INDArray Y, INDArray W2) {
    return X.transpose().mmul(output.sub(Y).div(Y.rows()).mmul(W2.transpose()));
}
