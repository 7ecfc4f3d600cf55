// q1 loses 1: takes two bytes for every letter that is not English
int byteCount(String text) {
    int count = 0;
    for (char letter : text.toCharArray()) {
        count += letter < 128 ? 1 : 2;
    }
    return count;
}
