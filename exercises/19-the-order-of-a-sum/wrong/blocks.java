// q2 loses 3: gives each lane a block of neighbors
float inLanes(float[] numbers, int lanes) {
    float sum = 0;
    int size = numbers.length / lanes;
    for (int lane = 0; lane < lanes; lane++) {
        float part = 0;
        for (int i = lane * size; i < (lane + 1) * size; i++) {
            part += numbers[i];
        }
        sum += part;
    }
    return sum;
}
