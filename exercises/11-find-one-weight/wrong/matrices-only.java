// q1 loses 1: believes that every array is a matrix
long[] begins(int[][] shapes, int bytesEach) {
    long[] begins = new long[shapes.length + 1];
    for (int i = 0; i < shapes.length; i++) {
        begins[i + 1] = begins[i] + (long) shapes[i][0] * shapes[i][1] * bytesEach;
    }
    return begins;
}
