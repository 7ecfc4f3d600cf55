// q2 loses 3: = instead of +=, so the last path wins
double[] gradients(int[][] from, double[][] rates) {
    double[] gradients = new double[from.length];
    gradients[from.length - 1] = 1;
    for (int i = from.length - 1; i >= 0; i--) {
        for (int j = 0; j < from[i].length; j++) {
            gradients[from[i][j]] = gradients[i] * rates[i][j];
        }
    }
    return gradients;
}
