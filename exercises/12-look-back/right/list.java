// q1: as a list, less the largest of all scores that count
List<Double> shares(double[] scores, int t) {
    double largest = Double.NEGATIVE_INFINITY, sum = 0;
    for (int i = 0; i <= t; i++) {
        largest = Math.max(largest, scores[i]);
    }
    for (int i = 0; i <= t; i++) {
        sum += Math.exp(scores[i] - largest);
    }
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
        shares.add(i > t ? 0 : Math.exp(scores[i] - largest) / sum);
    }
    return shares;
}
