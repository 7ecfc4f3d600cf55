// q2 loses 2: sees one token too many
boolean maySee(int t, int other, int window) {
    return other <= t && (window == 0 || t - other <= window);
}
