// q2 loses 2: stops at the first one
List<Integer> suspects(double[] gradients, double[] slopes, double tolerance) {
    for (int i = 0; i < gradients.length; i++) {
        if (!(Math.abs(gradients[i] - slopes[i]) <= tolerance)) {
            return List.of(i);
        }
    }
    return List.of();
}
