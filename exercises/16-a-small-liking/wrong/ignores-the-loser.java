// q1 loses 2: only the winner counts
double dpoLoss(double wBefore, double lBefore, double wNow, double lNow, double beta) {
    return Math.log(1 + Math.exp(-beta * Math.log(wNow / wBefore)));
}
