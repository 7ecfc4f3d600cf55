// q1 loses 3: adds a share of the gradient before, not of the velocity
double[] moves(double[] gradients, double keep, double rate) {
    double[] moves = new double[gradients.length];
    double before = 0;
    for (int step = 0; step < gradients.length; step++) {
        moves[step] = -rate * (keep * before + gradients[step]);
        before = gradients[step];
    }
    return moves;
}
