// q1 loses 3: leaves out where the last array ends
long[] begins(int[][] shapes, int bytesEach) {
    long[] begins = new long[shapes.length];
    for (int i = 1; i < shapes.length; i++) {
        long size = bytesEach;
        for (int side : shapes[i - 1]) {
            size *= side;
        }
        begins[i] = begins[i - 1] + size;
    }
    return begins;
}
