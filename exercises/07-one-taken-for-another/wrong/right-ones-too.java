// q2 loses 3: takes what is right for a mistake
int[] commonestMistake(int[][] counts) {
    int[] commonest = {};
    int most = 0;
    for (int digit = 0; digit < counts.length; digit++) {
        for (int guess = 0; guess < counts.length; guess++) {
            if (counts[digit][guess] > most) {
                most = counts[digit][guess];
                commonest = new int[] {digit, guess};
            }
        }
    }
    return commonest;
}
