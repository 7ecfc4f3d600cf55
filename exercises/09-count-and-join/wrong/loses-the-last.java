// q2 loses 2: forgets an id at the end that has no neighbor
int[] join(int[] ids, int left, int right, int joined) {
    List<Integer> row = new ArrayList<>();
    for (int i = 0; i + 1 < ids.length; i++) {
        if (ids[i] == left && ids[i + 1] == right) {
            row.add(joined);
            i++;
        } else {
            row.add(ids[i]);
        }
    }
    return row.stream().mapToInt(id -> id).toArray();
}
