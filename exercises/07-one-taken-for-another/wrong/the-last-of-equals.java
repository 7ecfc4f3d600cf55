// q2 loses 1: the last of equally common mistakes
int[] commonestMistake(int[][] counts) {
    int[] commonest = {};
    int most = 1;
    for (int digit = 0; digit < counts.length; digit++) {
        for (int guess = 0; guess < counts.length; guess++) {
            if (digit != guess && counts[digit][guess] >= most) {
                most = counts[digit][guess];
                commonest = new int[] {digit, guess};
            }
        }
    }
    return commonest;
}
