// q2 loses 1: forgets that 0 means no window
boolean maySee(int t, int other, int window) {
    return other <= t && t - other < window;
}
