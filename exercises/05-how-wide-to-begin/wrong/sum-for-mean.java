// q1 loses 1: the sum of inputs and outputs instead of the mean
double range(int inputs, int outputs, String rule) {
    double n = rule.equals("glorot") ? inputs + outputs : inputs;
    return Math.sqrt(3) * Math.sqrt((rule.equals("he") ? 2 : 1) / n);
}
