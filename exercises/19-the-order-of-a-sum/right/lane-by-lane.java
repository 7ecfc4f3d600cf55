// q2: one lane after the other
float inLanes(float[] numbers, int lanes) {
    float sum = 0;
    for (int lane = 0; lane < lanes; lane++) {
        float its = 0;
        for (int i = lane; i < numbers.length; i += lanes) {
            its = its + numbers[i];
        }
        sum = sum + its;
    }
    return sum;
}
