// q1: with a stream
double share(String[] right, String[] answers) {
    return IntStream.range(0, right.length).mapToDouble(i -> right[i].trim().equals(answers[i].trim()) ? 1 : 0).average().orElse(0);
}
