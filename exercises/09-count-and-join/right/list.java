// q2: with a list
Integer[] join(int[] ids, int left, int right, int joined) {
    List<Integer> row = new ArrayList<>();
    int i = 0;
    while (i < ids.length) {
        boolean pair = i < ids.length - 1 && ids[i] == left && ids[i + 1] == right;
        row.add(pair ? joined : ids[i]);
        i += pair ? 2 : 1;
    }
    return row.toArray(new Integer[0]);
}
