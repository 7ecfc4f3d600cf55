// q2: as a list
List<Integer> forgottenAndLearned(String[] right, String[] before, String[] after) {
    int forgotten = 0, learned = 0;
    for (int i = 0; i < right.length; i++) {
        boolean then = before[i].strip().equals(right[i].strip());
        if (then != after[i].strip().equals(right[i].strip())) {
            if (then) {
                forgotten++;
            } else {
                learned++;
            }
        }
    }
    return List.of(forgotten, learned);
}
