// q1 loses 2: the product the other way round, which has another shape
INDArray merged(INDArray W, INDArray B, INDArray A, double s) {
    return W.add(A.mmul(B).mul(s));
}
