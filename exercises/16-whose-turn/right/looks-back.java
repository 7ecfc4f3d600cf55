// q2: looks back from each token to the last mark before it
boolean[] counts(int[] ids, int user, int assistant) {
    boolean[] counts = new boolean[ids.length];
    for (int i = 0; i < ids.length; i++) {
        int mark = i;
        while (mark >= 0 && ids[mark] != user && ids[mark] != assistant) mark--;
        counts[i] = mark >= 0 && mark < i && ids[mark] == assistant;
    }
    return counts;
}
