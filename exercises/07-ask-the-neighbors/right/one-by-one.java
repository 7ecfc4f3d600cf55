// q1: the smallest distance, k times, as a list
List<Integer> nearest(double[][] images, double[] image, int k) {
    List<Integer> nearest = new ArrayList<>();
    while (nearest.size() < k) {
        int best = -1;
        double shortest = Double.MAX_VALUE;
        for (int i = 0; i < images.length; i++) {
            double distance = 0;
            for (int j = 0; j < image.length; j++) {
                double difference = image[j] - images[i][j];
                distance += difference * difference;
            }
            if (distance < shortest && !nearest.contains(i)) {
                shortest = distance;
                best = i;
            }
        }
        nearest.add(best);
    }
    return nearest;
}
