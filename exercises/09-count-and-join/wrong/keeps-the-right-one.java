// q2 loses 2: does not step over the id that was joined
int[] join(int[] ids, int left, int right, int joined) {
    List<Integer> row = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
        boolean pair = i + 1 < ids.length && ids[i] == left && ids[i + 1] == right;
        row.add(pair ? joined : ids[i]);
    }
    return row.stream().mapToInt(id -> id).toArray();
}
