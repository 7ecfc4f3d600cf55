// q2 loses 2: goes through the rows from the first to the last
double[] gradients(int[][] from, double[][] rates) {
    double[] gradients = new double[from.length];
    gradients[from.length - 1] = 1;
    for (int i = 0; i < from.length; i++) {
        for (int j = 0; j < from[i].length; j++) {
            gradients[from[i][j]] += gradients[i] * rates[i][j];
        }
    }
    return gradients;
}
