// q2: tries one number after the other
int pairsNeeded(double share, double marked, double z) {
    if (!(marked > share)) {
        return -1;
    }
    int n = 1;
    while ((n * marked - n * share) / Math.sqrt(n * share * (1 - share)) < z) {
        n++;
    }
    return n;
}
