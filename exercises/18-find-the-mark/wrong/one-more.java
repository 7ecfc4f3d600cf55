// q2 loses 2: one pair more where it comes out even
int pairsNeeded(double share, double marked, double z) {
    return marked <= share ? -1 : 1 + (int) (z * z * share * (1 - share) / Math.pow(marked - share, 2));
}
