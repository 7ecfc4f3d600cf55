// q2: from the right to the left, without rsub
INDArray gradientOfW1(INDArray X, INDArray hidden, INDArray output, INDArray Y, INDArray W2) {
    INDArray rate = hidden.mul(hidden).sub(1).neg();
    INDArray back = output.sub(Y).mmul(W2.transpose());
    return X.transpose().mmul(back.mul(rate)).div(X.rows());
}
