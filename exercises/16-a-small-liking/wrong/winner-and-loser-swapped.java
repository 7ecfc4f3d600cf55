// q1 loses 3: the loser is pushed up
double dpoLoss(double wBefore, double lBefore, double wNow, double lNow, double beta) {
    double margin = beta * (Math.log(lNow / lBefore) - Math.log(wNow / wBefore));
    return Math.log(1 + Math.exp(-margin));
}
