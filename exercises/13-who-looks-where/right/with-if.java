// q2: with the first token that it sees
boolean maySee(int t, int other, int window) {
    int first = window > 0 ? t - window + 1 : 0;
    return first <= other && !(other > t);
}
