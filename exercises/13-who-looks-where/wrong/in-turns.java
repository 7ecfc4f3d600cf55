// q1 loses 2: deals the heads out in turns
int keyOf(int head, int heads, int keyHeads) {
    return head % keyHeads;
}
