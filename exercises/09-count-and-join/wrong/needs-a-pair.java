// q1 loses 1: believes that there is always a pair
int[] commonestPair(int[] ids) {
    int[] best = {ids[0], ids[1]};
    int most = 0;
    for (int i = 0; i + 1 < ids.length; i++) {
        int count = 0;
        for (int j = 0; j + 1 < ids.length; j++) {
            count += ids[j] == ids[i] && ids[j + 1] == ids[i + 1] ? 1 : 0;
        }
        if (count > most) {
            most = count;
            best = new int[] {ids[i], ids[i + 1]};
        }
    }
    return best;
}
