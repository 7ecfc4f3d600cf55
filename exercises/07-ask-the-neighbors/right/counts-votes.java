// q2: counts the votes of all ten digits first
int vote(int[] labels, int[] nearest) {
    int[] votes = new int[10];
    for (int neighbor : nearest) {
        votes[labels[neighbor]]++;
    }
    int most = Arrays.stream(votes).max().getAsInt();
    for (int neighbor : nearest) {
        if (votes[labels[neighbor]] == most) {
            return labels[neighbor];
        }
    }
    return -1;
}
