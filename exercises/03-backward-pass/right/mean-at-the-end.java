// q1: divided by the number of cases at the end
INDArray gradientOfW2(INDArray hidden, INDArray output, INDArray Y) {
    return hidden.transpose().mmul(output.sub(Y)).mul(1.0 / output.size(0));
}
