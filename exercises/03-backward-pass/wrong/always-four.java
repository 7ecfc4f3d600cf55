// q1 loses 2: divides by the 4 of the lesson
INDArray gradientOfW2(INDArray hidden, INDArray output, INDArray Y) {
    return hidden.transpose().mmul(output.sub(Y).div(4));
}
