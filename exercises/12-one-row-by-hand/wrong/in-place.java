// q2 loses 3: uses numbers that are turned already
double[] turned(double[] head, int position) {
    int h = head.length / 2;
    for (int i = 0; i < h; i++) {
        double angle = position * Math.pow(10_000, -(double) i / h);
        head[i] = head[i] * Math.cos(angle) - head[i + h] * Math.sin(angle);
        head[i + h] = head[i + h] * Math.cos(angle) + head[i] * Math.sin(angle);
    }
    return head;
}
