// q1 loses 1: divides by zero if there are no questions
double share(String[] right, String[] answers) {
    double count = 0;
    for (int i = 0; i < right.length; i++) {
        count += right[i].strip().equals(answers[i].strip()) ? 1 : 0;
    }
    return count / right.length;
}
