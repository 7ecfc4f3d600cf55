// q2 loses 1: begins at the right end
int[] join(int[] ids, int left, int right, int joined) {
    LinkedList<Integer> row = new LinkedList<>();
    for (int i = ids.length - 1; i >= 0; i--) {
        if (i > 0 && ids[i - 1] == left && ids[i] == right) {
            row.addFirst(joined);
            i--;
        } else {
            row.addFirst(ids[i]);
        }
    }
    return row.stream().mapToInt(id -> id).toArray();
}
