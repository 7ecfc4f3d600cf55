// q1 loses 3: divides by how many were taken for the digit
double[] recalls(int[][] counts) {
    double[] recalls = new double[counts.length];
    for (int digit = 0; digit < counts.length; digit++) {
        double taken = 0;
        for (int[] row : counts) {
            taken += row[digit];
        }
        recalls[digit] = counts[digit][digit] / taken;
    }
    return recalls;
}
