// q1: rounds each sum of two doubles, which is the same
float fromTheLeft(float[] numbers) {
    float sum = 0;
    for (int i = 0; i < numbers.length; i++) {
        sum = (float) ((double) sum + numbers[i]);
    }
    return sum;
}
