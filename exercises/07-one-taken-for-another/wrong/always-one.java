// q2 loses 1: names a mistake where there is none
int[] commonestMistake(int[][] counts) {
    int[] commonest = {0, 1};
    for (int digit = 0; digit < counts.length; digit++) {
        for (int guess = 0; guess < counts.length; guess++) {
            if (digit != guess && counts[digit][guess] > counts[commonest[0]][commonest[1]]) {
                commonest = new int[] {digit, guess};
            }
        }
    }
    return commonest;
}
