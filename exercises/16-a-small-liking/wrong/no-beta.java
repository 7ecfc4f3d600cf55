// q1 loses 1: forgets beta
double dpoLoss(double wBefore, double lBefore, double wNow, double lNow, double beta) {
    return Math.log(1 + Math.exp(Math.log(lNow / lBefore) - Math.log(wNow / wBefore)));
}
