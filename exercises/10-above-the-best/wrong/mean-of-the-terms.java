// q1 loses 3: divides by the number of tokens
double entropy(double[] truth) {
    double sum = 0;
    for (double p : truth) {
        if (p > 0) {
            sum -= p * Math.log(p);
        }
    }
    return sum / truth.length;
}
