// q2 loses 2: the hat always comes along
double[] hatWeights = {0, 0};
double hatBias = 0.5;
