// q2 loses 3: answers when to take the umbrella
double[] hatWeights = {1, 1};
double hatBias = -0.5;
