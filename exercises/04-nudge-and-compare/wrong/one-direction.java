// q2 loses 2: finds gradients that are too large only
List<Integer> suspects(double[] gradients, double[] slopes, double tolerance) {
    List<Integer> suspects = new ArrayList<>();
    for (int i = 0; i < gradients.length; i++) {
        if (!(gradients[i] - slopes[i] <= tolerance)) {
            suspects.add(i);
        }
    }
    return suspects;
}
