// q2 loses 2: ignores the lanes
float inLanes(float[] numbers, int lanes) {
    float sum = 0;
    for (float number : numbers) {
        sum += number;
    }
    return sum;
}
