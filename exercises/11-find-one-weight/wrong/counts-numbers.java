// q1 loses 3: counts numbers, not bytes
long[] begins(int[][] shapes, int bytesEach) {
    long[] begins = new long[shapes.length + 1];
    for (int i = 0; i < shapes.length; i++) {
        long size = 1;
        for (int side : shapes[i]) {
            size *= side;
        }
        begins[i + 1] = begins[i] + size;
    }
    return begins;
}
