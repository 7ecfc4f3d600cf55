// q1: the standard deviation first
double range(int inputs, int outputs, String rule) {
    double n = rule.equals("glorot") ? (inputs + outputs) / 2.0 : inputs;
    double deviation = 1 / Math.sqrt(n);
    if (rule.equals("he")) {
        deviation *= Math.sqrt(2);
    }
    return deviation * Math.sqrt(3);
}
