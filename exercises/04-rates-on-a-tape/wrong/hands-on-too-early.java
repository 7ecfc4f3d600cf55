// q2 loses 1: a number hands on what the first path brought, and does not wait for the others
double[] gradients(int[][] from, double[][] rates) {
    double[] gradients = new double[from.length];
    gradients[from.length - 1] = 1;
    handOn(from.length - 1, from, rates, gradients, new HashSet<>());
    return gradients;
}

void handOn(int i, int[][] from, double[][] rates, double[] gradients, Set<Integer> done) {
    if (done.add(i)) {
        for (int j = 0; j < from[i].length; j++) {
            gradients[from[i][j]] += gradients[i] * rates[i][j];
            handOn(from[i][j], from, rates, gradients, done);
        }
    }
}
