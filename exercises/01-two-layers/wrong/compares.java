// q2 loses 1: compares instead of computing
int exclusiveOr(double a, double b) {
    return a != b ? 1 : 0;
}
