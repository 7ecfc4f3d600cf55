// q2 loses 3: forgets the mask
INDArray head(INDArray q, INDArray k, INDArray v) {
    INDArray scores = q.mmul(k.transpose()).div(Math.sqrt(q.columns()));
    return Transforms.softmax(scores, true).mmul(v);
}
