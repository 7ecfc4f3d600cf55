// q1 loses 3: takes the standard deviation for the range
double range(int inputs, int outputs, String rule) {
    double n = rule.equals("glorot") ? (inputs + outputs) / 2.0 : inputs;
    return Math.sqrt((rule.equals("he") ? 2 : 1) / n);
}
