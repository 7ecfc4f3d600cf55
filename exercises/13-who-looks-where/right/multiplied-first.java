// q1: multiplies first
int keyOf(int head, int heads, int keyHeads) {
    return head * keyHeads / heads;
}
