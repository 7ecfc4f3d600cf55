// q2 loses 3: counts from 1
int firstDifference(List<String> record, List<String> found) {
    int shorter = Math.min(record.size(), found.size());
    for (int i = 0; i < shorter; i++) {
        if (!record.get(i).equals(found.get(i))) {
            return i + 1;
        }
    }
    return record.size() == found.size() ? -1 : shorter + 1;
}
