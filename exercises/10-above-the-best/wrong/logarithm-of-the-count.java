// q1 loses 3: as if all tokens were equally likely
double entropy(double[] truth) {
    return Math.log(truth.length);
}
