// q1: with the roots of the distances, which have the same order
Integer[] nearest(double[][] images, double[] image, int k) {
    Integer[] positions = new Integer[images.length];
    Arrays.setAll(positions, i -> i);
    Arrays.sort(positions, (a, b) -> Double.compare(far(images[a], image), far(images[b], image)));
    return Arrays.copyOf(positions, k);
}

double far(double[] a, double[] b) {
    return Math.sqrt(IntStream.range(0, a.length).mapToDouble(i -> (a[i] - b[i]) * (a[i] - b[i])).sum());
}
