// q2 loses 1: everything after the first answer counts
boolean[] counts(int[] ids, int user, int assistant) {
    boolean[] counts = new boolean[ids.length];
    boolean answer = false;
    for (int i = 0; i < ids.length; i++) {
        counts[i] = answer && ids[i] != user && ids[i] != assistant;
        if (ids[i] == assistant) answer = true;
    }
    return counts;
}
