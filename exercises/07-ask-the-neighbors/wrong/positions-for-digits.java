// q2 loses 3: takes positions for digits
int vote(int[] labels, int[] nearest) {
    int winner = nearest[0];
    int most = 0;
    for (int candidate : nearest) {
        int votes = (int) IntStream.of(nearest).filter(voter -> voter == candidate).count();
        if (votes > most) {
            most = votes;
            winner = candidate;
        }
    }
    return winner;
}
