// q1 loses 3: moves with the gradient instead of against it
double[] moves(double[] gradients, double keep, double rate) {
    double[] moves = new double[gradients.length];
    double velocity = 0;
    for (int step = 0; step < gradients.length; step++) {
        velocity = keep * velocity + gradients[step];
        moves[step] = rate * velocity;
    }
    return moves;
}
