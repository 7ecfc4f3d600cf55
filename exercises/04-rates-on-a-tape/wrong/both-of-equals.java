// q1 loses 1: follows both of two equals
double[] rates(String operation, double a, double b) {
    return switch (operation) {
        case "plus" -> new double[] {1, 1};
        case "minus" -> new double[] {1, -1};
        case "times" -> new double[] {b, a};
        case "divide" -> new double[] {1 / b, -a / b / b};
        default -> new double[] {a >= b ? 1 : 0, b >= a ? 1 : 0};
    };
}
