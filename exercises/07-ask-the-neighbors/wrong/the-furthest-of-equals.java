// q2 loses 1: in a draw, the one that comes last
int vote(int[] labels, int[] nearest) {
    int winner = labels[nearest[0]];
    int most = 0;
    for (int candidate : nearest) {
        int votes = (int) IntStream.of(nearest).filter(voter -> labels[voter] == labels[candidate]).count();
        if (votes >= most) {
            most = votes;
            winner = labels[candidate];
        }
    }
    return winner;
}
