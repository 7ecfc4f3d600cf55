// q2 loses 3: forgets what W answers
INDArray answer(INDArray x, INDArray W, INDArray B, INDArray A, double s) {
    return x.mmul(A.transpose()).mmul(B.transpose()).mul(s);
}
