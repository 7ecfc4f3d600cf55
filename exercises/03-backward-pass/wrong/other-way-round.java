// q1 loses 3: the error the wrong way round
INDArray gradientOfW2(INDArray hidden, INDArray output, INDArray Y) {
    return hidden.transpose().mmul(Y.sub(output).div(Y.rows()));
}
