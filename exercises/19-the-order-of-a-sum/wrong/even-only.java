// q2 loses 2: forgets the numbers that do not come out even
float inLanes(float[] numbers, int lanes) {
    float[] sums = new float[lanes];
    for (int i = 0; i + lanes <= numbers.length; i += lanes) {
        for (int lane = 0; lane < lanes; lane++) {
            sums[lane] += numbers[i + lane];
        }
    }
    float sum = 0;
    for (float each : sums) {
        sum += each;
    }
    return sum;
}
