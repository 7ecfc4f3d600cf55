// q2 loses 2: returns the root
int pairsNeeded(double share, double marked, double z) {
    return marked <= share ? -1 : (int) Math.ceil(z * Math.sqrt(share * (1 - share)) / (marked - share));
}
