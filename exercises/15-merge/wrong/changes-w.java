// q1 loses 1: changes W itself
INDArray merged(INDArray W, INDArray B, INDArray A, double s) {
    return W.addi(B.mmul(A).muli(s));
}
