// q1 loses 3: forgets the velocity after each step
double[] moves(double[] gradients, double keep, double rate) {
    double[] moves = new double[gradients.length];
    for (int step = 0; step < gradients.length; step++) {
        double velocity = 0;
        velocity = keep * velocity + gradients[step];
        moves[step] = -rate * velocity;
    }
    return moves;
}
