// q2 loses 2: adds the lanes from the last one on
float inLanes(float[] numbers, int lanes) {
    float[] sums = new float[lanes];
    for (int i = 0; i < numbers.length; i++) {
        sums[i % lanes] += numbers[i];
    }
    float sum = 0;
    for (int lane = lanes - 1; lane >= 0; lane--) {
        sum += sums[lane];
    }
    return sum;
}
