// q2 loses 1: lets NaN pass, because it is not larger than the tolerance
List<Integer> suspects(double[] gradients, double[] slopes, double tolerance) {
    List<Integer> suspects = new ArrayList<>();
    for (int i = 0; i < gradients.length; i++) {
        if (Math.abs(gradients[i] - slopes[i]) > tolerance) {
            suspects.add(i);
        }
    }
    return suspects;
}
