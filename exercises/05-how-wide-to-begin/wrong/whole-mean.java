// q1 loses 1: the mean of two ints is rounded down
double range(int inputs, int outputs, String rule) {
    double n = rule.equals("glorot") ? (inputs + outputs) / 2 : inputs;
    return Math.sqrt(3) * Math.sqrt((rule.equals("he") ? 2 : 1) / n);
}
