// q2 loses 1: forgets to divide by the root of the head's size
INDArray head(INDArray q, INDArray k, INDArray v) {
    INDArray scores = q.mmul(k.transpose());
    for (int t = 0; t < scores.rows(); t++) {
        for (int later = t + 1; later < scores.columns(); later++) {
            scores.putScalar(t, later, Float.NEGATIVE_INFINITY);
        }
    }
    return Transforms.softmax(scores, true).mmul(v);
}
