// q1 loses 1: cuts off what is behind the point
float fromTheLeft(float[] numbers) {
    int sum = 0;
    for (float number : numbers) {
        sum += number;
    }
    return sum;
}
