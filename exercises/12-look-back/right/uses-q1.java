// q2: row by row, with shares
INDArray head(INDArray q, INDArray k, INDArray v) {
    double[][] scores = q.mmul(k.transpose()).div(Math.sqrt(q.size(1))).castTo(DataType.DOUBLE).toDoubleMatrix();
    double[][] rows = new double[scores.length][];
    for (int t = 0; t < rows.length; t++) {
        rows[t] = shares(scores[t], t);
    }
    return Nd4j.create(rows).castTo(v.dataType()).mmul(v);
}
