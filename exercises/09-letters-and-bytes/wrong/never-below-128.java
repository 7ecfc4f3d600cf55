// q2 loses 3: forgets that a byte of Java is never above 127
int letterCount(byte[] bytes) {
    int letters = 0;
    for (byte b : bytes) {
        if (b < 128 || b > 191) {
            letters++;
        }
    }
    return letters;
}
