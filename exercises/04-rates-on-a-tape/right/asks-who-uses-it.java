// q2: each number asks the rows below who uses it, as a list
List<Double> gradients(int[][] from, double[][] rates) {
    Double[] gradients = new Double[from.length];
    for (int number = from.length - 1; number >= 0; number--) {
        double sum = number == from.length - 1 ? 1 : 0;
        for (int user = number + 1; user < from.length; user++) {
            for (int j = 0; j < from[user].length; j++) {
                if (from[user][j] == number) {
                    sum += rates[user][j] * gradients[user];
                }
            }
        }
        gradients[number] = sum;
    }
    return List.of(gradients);
}
