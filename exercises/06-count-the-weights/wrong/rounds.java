// q2 loses 1: rounds up where the budget does not suffice
long affordable(int inputs, long budget) {
    return Math.round((budget - 1.0) / (inputs + 2));
}
