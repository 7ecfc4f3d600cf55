// q2 loses 1: names a number where no text is long enough
int pairsNeeded(double share, double marked, double z) {
    return (int) Math.ceil(z * z * share * (1 - share) / Math.pow(marked - share, 2));
}
