// q1 loses 1: a larger divisor makes the quotient smaller
double[] rates(String operation, double a, double b) {
    return switch (operation) {
        case "plus" -> new double[] {1, 1};
        case "minus" -> new double[] {1, -1};
        case "times" -> new double[] {b, a};
        case "divide" -> new double[] {1 / b, a / (b * b)};
        default -> new double[] {a < b ? 0 : 1, a < b ? 1 : 0};
    };
}
