// q1 loses 2: the right images, but not the nearest first
int[] nearest(double[][] images, double[] image, int k) {
    double[] distances = new double[images.length];
    for (int i = 0; i < images.length; i++) {
        for (int pixel = 0; pixel < image.length; pixel++) {
            distances[i] += Math.pow(images[i][pixel] - image[pixel], 2);
        }
    }
    return IntStream.range(0, images.length).boxed().sorted(Comparator.comparing(i -> distances[i])).limit(k).mapToInt(i -> i).sorted().toArray();
}
