// q1 loses 1: the last of equally common pairs
int[] commonestPair(int[] ids) {
    int[] best = {};
    int most = 0;
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i + 1 < ids.length; i++) {
        int count = counts.merge(ids[i] + " " + ids[i + 1], 1, Integer::sum);
        if (count >= most) {
            most = count;
            best = new int[] {ids[i], ids[i + 1]};
        }
    }
    return best;
}
