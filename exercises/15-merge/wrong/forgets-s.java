// q1 loses 1: forgets s
INDArray merged(INDArray W, INDArray B, INDArray A, double s) {
    return W.add(B.mmul(A));
}
