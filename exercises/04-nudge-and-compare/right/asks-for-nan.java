// q2: asks for NaN, with a stream and an array
int[] suspects(double[] gradients, double[] slopes, double tolerance) {
    return IntStream.range(0, slopes.length).filter(i -> {
        double difference = gradients[i] - slopes[i];
        return Double.isNaN(difference) || difference > tolerance || difference < -tolerance;
    }).toArray();
}
