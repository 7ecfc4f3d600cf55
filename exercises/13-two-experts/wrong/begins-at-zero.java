// q1 loses 1: begins with a highest score of 0
int[] chosen(double[] scores) {
    int first = 0, second = 0;
    double highest = 0;
    for (int i = 0; i < scores.length; i++) {
        if (scores[i] > highest) {
            highest = scores[i];
            first = i;
        }
    }
    double next = 0;
    second = first == 0 ? 1 : 0;
    for (int i = 0; i < scores.length; i++) {
        if (i != first && scores[i] > next) {
            next = scores[i];
            second = i;
        }
    }
    return new int[] {first, second};
}
