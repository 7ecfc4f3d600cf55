// q2 loses 2: the last difference instead of the first
int firstDifference(List<String> record, List<String> found) {
    int last = -1;
    for (int i = 0; i < Math.max(record.size(), found.size()); i++) {
        String one = i < record.size() ? record.get(i) : "";
        String other = i < found.size() ? found.get(i) : "";
        last = one.equals(other) ? last : i;
    }
    return last;
}
