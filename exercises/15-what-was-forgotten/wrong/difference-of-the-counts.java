// q2 loses 2: only the difference of the two counts
int[] forgottenAndLearned(String[] right, String[] before, String[] after) {
    int difference = 0;
    for (int i = 0; i < right.length; i++) {
        difference += right[i].strip().equals(after[i].strip()) ? 1 : 0;
        difference -= right[i].strip().equals(before[i].strip()) ? 1 : 0;
    }
    return new int[] {Math.max(0, -difference), Math.max(0, difference)};
}
