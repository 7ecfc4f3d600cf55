// q1 loses 2: the larger position first
int[] nearest(double[][] images, double[] image, int k) {
    double[] distances = new double[images.length];
    int[] nearest = new int[k];
    for (int i = 0; i < images.length; i++) {
        for (int pixel = 0; pixel < image.length; pixel++) {
            distances[i] += Math.pow(images[i][pixel] - image[pixel], 2);
        }
    }
    for (int n = 0; n < k; n++) {
        for (int i = 0; i < images.length; i++) {
            nearest[n] = distances[i] <= distances[nearest[n]] ? i : nearest[n];
        }
        distances[nearest[n]] = Double.POSITIVE_INFINITY;
    }
    return nearest;
}
