// q2 loses 2: expects two inputs in every row that is not empty
double[] gradients(int[][] from, double[][] rates) {
    double[] gradients = new double[from.length];
    gradients[from.length - 1] = 1;
    for (int i = from.length - 1; i >= 0; i--) {
        if (from[i].length > 0) {
            gradients[from[i][0]] += gradients[i] * rates[i][0];
            gradients[from[i][1]] += gradients[i] * rates[i][1];
        }
    }
    return gradients;
}
