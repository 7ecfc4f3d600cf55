// q1 loses 1: sorts the numbers first
float fromTheLeft(float[] numbers) {
    float sum = 0;
    float[] sorted = numbers.clone();
    Arrays.sort(sorted);
    for (float number : sorted) {
        sum += number;
    }
    return sum;
}
