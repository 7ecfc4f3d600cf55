// q2 loses 3: takes what stands before the first turn for an answer
boolean[] counts(int[] ids, int user, int assistant) {
    boolean[] counts = new boolean[ids.length];
    boolean answer = true;
    for (int i = 0; i < ids.length; i++) {
        if (ids[i] == user) answer = false;
        else if (ids[i] == assistant) answer = true;
        else counts[i] = answer;
    }
    return counts;
}
