// q2 loses 1: Java's length counts an emoji twice
int letterCount(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).length();
}
