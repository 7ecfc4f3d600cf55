// q1 loses 3: compares only the probabilities of now
double dpoLoss(double wBefore, double lBefore, double wNow, double lNow, double beta) {
    return Math.log(1 + Math.exp(-beta * (Math.log(wNow) - Math.log(lNow))));
}
