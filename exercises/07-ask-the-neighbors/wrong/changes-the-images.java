// q1 loses 1: subtracts in the training images themselves
int[] nearest(double[][] images, double[] image, int k) {
    double[] distances = new double[images.length];
    for (int i = 0; i < images.length; i++) {
        for (int pixel = 0; pixel < image.length; pixel++) {
            images[i][pixel] -= image[pixel];
            distances[i] += images[i][pixel] * images[i][pixel];
        }
    }
    return IntStream.range(0, images.length).boxed().sorted(Comparator.comparing(i -> distances[i])).limit(k).mapToInt(i -> i).toArray();
}
