// q1: letter by letter
int byteCount(String text) {
    return text.codePoints().map(c -> c < 128 ? 1 : c < 2048 ? 2 : c < 65536 ? 3 : 4).sum();
}
