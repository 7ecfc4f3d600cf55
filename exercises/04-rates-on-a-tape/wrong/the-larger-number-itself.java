// q1 loses 1: the number instead of the rate
double[] rates(String operation, double a, double b) {
    return switch (operation) {
        case "plus" -> new double[] {1, 1};
        case "minus" -> new double[] {1, -1};
        case "times" -> new double[] {b, a};
        case "divide" -> new double[] {1 / b, -a / b / b};
        default -> new double[] {a < b ? 0 : a, a < b ? b : 0};
    };
}
