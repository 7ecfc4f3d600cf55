// q1 loses 3: takes 3, 5 for the same pair as 5, 3, the smaller id first
int[] commonestPair(int[] ids) {
    int[] best = {};
    int most = 0;
    for (int i = 0; i + 1 < ids.length; i++) {
        int low = Math.min(ids[i], ids[i + 1]), high = Math.max(ids[i], ids[i + 1]), count = 0;
        for (int j = i; j + 1 < ids.length; j++) {
            count += Math.min(ids[j], ids[j + 1]) == low && Math.max(ids[j], ids[j + 1]) == high ? 1 : 0;
        }
        if (count > most) {
            most = count;
            best = new int[] {low, high};
        }
    }
    return best;
}
