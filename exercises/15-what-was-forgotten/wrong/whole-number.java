// q1 loses 2: divides an int by an int
double share(String[] right, String[] answers) {
    int count = 0;
    for (int i = 0; i < right.length; i++) {
        count += right[i].strip().equals(answers[i].strip()) ? 1 : 0;
    }
    return right.length == 0 ? 0 : count / right.length;
}
