// q2 loses 2: makes arrows of neighbors
double[] turned(double[] head, int position) {
    double[] out = new double[head.length];
    for (int i = 0; i < head.length / 2; i++) {
        double angle = position * Math.pow(10_000, -2.0 * i / head.length);
        out[2 * i] = head[2 * i] * Math.cos(angle) - head[2 * i + 1] * Math.sin(angle);
        out[2 * i + 1] = head[2 * i + 1] * Math.cos(angle) + head[2 * i] * Math.sin(angle);
    }
    return out;
}
