// q2: other numbers, with unequal weights
double[] hatWeights = new double[2];
hatWeights[0] = -3;
hatWeights[1] = -0.7;
double hatBias = 0.25;
