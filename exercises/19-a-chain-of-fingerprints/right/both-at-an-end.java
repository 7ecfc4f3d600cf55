// q2: goes on until one of them ends
int firstDifference(List<String> record, List<String> found) {
    int i = 0;
    while (i < record.size() && i < found.size() && record.get(i).equals(found.get(i))) {
        i++;
    }
    return i == record.size() && i == found.size() ? -1 : i;
}
