// q2 loses 1: reads beyond the end of the shorter one
int firstDifference(List<String> record, List<String> found) {
    for (int i = 0; i < record.size(); i++) {
        if (!record.get(i).equals(found.get(i))) {
            return i;
        }
    }
    return -1;
}
