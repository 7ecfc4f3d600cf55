// q1 loses 2: counts letters
int byteCount(String text) {
    return text.length();
}
