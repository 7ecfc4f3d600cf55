// q1: with conditions, and a quotient as a product
double[] rates(String operation, double a, double b) {
    if (operation.equals("max")) {
        return a < b ? new double[] {0, 1} : new double[] {1, 0};
    }
    double[] rates = {1, operation.equals("minus") ? -1 : 1};
    if (operation.equals("times")) {
        rates = new double[] {b, a};
    } else if (operation.equals("divide")) {
        double inverse = Math.pow(b, -1);
        rates = new double[] {inverse, a * -Math.pow(b, -2)};
    }
    return rates;
}
