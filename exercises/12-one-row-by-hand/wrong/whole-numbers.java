// q2 loses 1: i / h of two ints is 0
double[] turned(double[] head, int position) {
    int h = head.length / 2;
    double[] out = new double[head.length];
    for (int i = 0; i < h; i++) {
        double angle = position * Math.pow(10_000, -i / h);
        out[i] = head[i] * Math.cos(angle) - head[i + h] * Math.sin(angle);
        out[i + h] = head[i + h] * Math.cos(angle) + head[i] * Math.sin(angle);
    }
    return out;
}
