// q2 loses 1: learned first, then forgotten
int[] forgottenAndLearned(String[] right, String[] before, String[] after) {
    int[] counts = new int[2];
    for (int i = 0; i < right.length; i++) {
        boolean then = right[i].strip().equals(before[i].strip());
        boolean now = right[i].strip().equals(after[i].strip());
        counts[0] += now && !then ? 1 : 0;
        counts[1] += then && !now ? 1 : 0;
    }
    return counts;
}
