// q1 loses 1: the 2 of He outside the root
double range(int inputs, int outputs, String rule) {
    double n = rule.equals("glorot") ? (inputs + outputs) / 2.0 : inputs;
    return (rule.equals("he") ? 2 : 1) * Math.sqrt(3) / Math.sqrt(n);
}
