// q2: the angle step by step, as a list
List<Double> turned(double[] head, int position) {
    int half = head.length / 2;
    Double[] out = new Double[head.length];
    double slower = Math.pow(10_000, -1.0 / half), angle = position;
    for (int i = 0; i < half; i++, angle *= slower) {
        double x = head[i], y = head[half + i];
        out[i] = Math.cos(angle) * x - Math.sin(angle) * y;
        out[half + i] = Math.sin(angle) * x + Math.cos(angle) * y;
    }
    return List.of(out);
}
