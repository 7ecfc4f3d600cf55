// q2 loses 3: first what it was taken for
int[] commonestMistake(int[][] counts) {
    int[] commonest = {0, 0};
    int most = 0;
    for (int digit = 0; digit < counts.length; digit++) {
        for (int guess = 0; guess < counts.length; guess++) {
            if (digit != guess && counts[digit][guess] > most) {
                most = counts[digit][guess];
                commonest = new int[] {guess, digit};
            }
        }
    }
    return commonest;
}
