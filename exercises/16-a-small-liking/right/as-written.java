// q1: letter by letter as the formula says
double dpoLoss(double wBefore, double lBefore, double wNow, double lNow, double beta) {
    double x = beta * (Math.log(wNow) - Math.log(wBefore) - Math.log(lNow) + Math.log(lBefore));
    return -Math.log(1 / (1 + Math.exp(-x)));
}
