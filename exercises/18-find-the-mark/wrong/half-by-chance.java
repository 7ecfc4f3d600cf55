// q2 loses 1: takes half for green by chance
int pairsNeeded(double share, double marked, double z) {
    return marked <= share ? -1 : (int) Math.ceil(z * z * 0.25 / Math.pow(marked - share, 2));
}
