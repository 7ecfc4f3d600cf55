// q1 loses 2: forgets the blanks
double share(String[] right, String[] answers) {
    int count = 0;
    for (int i = 0; i < right.length; i++) {
        count += right[i].equals(answers[i]) ? 1 : 0;
    }
    return right.length == 0 ? 0 : (double) count / right.length;
}
