// q2 loses 3: counts English letters only
int letterCount(byte[] bytes) {
    int letters = 0;
    for (byte b : bytes) {
        letters += b >= 0 ? 1 : 0;
    }
    return letters;
}
