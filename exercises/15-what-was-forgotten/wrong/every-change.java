// q2 loses 2: counts every answer that changed
int[] forgottenAndLearned(String[] right, String[] before, String[] after) {
    int[] counts = new int[2];
    for (int i = 0; i < right.length; i++) {
        boolean changed = !before[i].strip().equals(after[i].strip());
        counts[0] += changed && !right[i].strip().equals(after[i].strip()) ? 1 : 0;
        counts[1] += changed && right[i].strip().equals(after[i].strip()) ? 1 : 0;
    }
    return counts;
}
