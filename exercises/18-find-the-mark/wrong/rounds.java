// q2 loses 1: rounds to the nearest number
int pairsNeeded(double share, double marked, double z) {
    return marked <= share ? -1 : (int) Math.round(z * z * share * (1 - share) / Math.pow(marked - share, 2));
}
