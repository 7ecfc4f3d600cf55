// q2 loses 1: in a draw, the smallest digit
int vote(int[] labels, int[] nearest) {
    int[] votes = new int[10];
    for (int neighbor : nearest) {
        votes[labels[neighbor]]++;
    }
    int winner = 0;
    for (int digit = 1; digit < 10; digit++) {
        winner = votes[digit] > votes[winner] ? digit : winner;
    }
    return winner;
}
