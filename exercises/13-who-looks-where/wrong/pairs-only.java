// q1 loses 1: two heads for each key, whatever there is
int keyOf(int head, int heads, int keyHeads) {
    return head / 2;
}
