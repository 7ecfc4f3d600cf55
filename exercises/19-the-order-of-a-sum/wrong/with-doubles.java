// q1 loses 1: adds as double and rounds only at the end
float fromTheLeft(float[] numbers) {
    double sum = 0;
    for (float number : numbers) {
        sum += number;
    }
    return (float) sum;
}
