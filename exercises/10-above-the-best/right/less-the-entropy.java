// q2: the model's loss, less the entropy
double excess(double[] truth, double[] model) {
    double loss = 0;
    for (int token = 0; token < truth.length; token++) {
        loss += truth[token] == 0 ? 0 : truth[token] * -Math.log(model[token]);
    }
    return loss - entropy(truth);
}
