// q2 loses 1: forgets that nobody looks ahead
boolean maySee(int t, int other, int window) {
    return window == 0 ? other <= t : t - other < window;
}
