// q2 loses 3: counts the token that begins the answer
boolean[] counts(int[] ids, int user, int assistant) {
    boolean[] counts = new boolean[ids.length];
    boolean answer = false;
    for (int i = 0; i < ids.length; i++) {
        if (ids[i] == user) answer = false;
        if (ids[i] == assistant) answer = true;
        counts[i] = answer;
    }
    return counts;
}
