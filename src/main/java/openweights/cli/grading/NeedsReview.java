package openweights.cli.grading;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import openweights.grading.score.Grade;

/**
 * Whose points are not final: no test could decide on them, and nobody has yet.
 *
 * @param grades of these students
 */
record NeedsReview(List<Grade> grades) {

    private static final int MAX_NAMED = 20;

    static NeedsReview among(Collection<Grade> grades) {
        return new NeedsReview(grades.stream().filter(Grade::isOpen).toList());
    }

    boolean isEmpty() {
        return grades.isEmpty();
    }

    /** Names students and questions, and says what to do. */
    void print(String exercise, PrintWriter out) {
        for (Grade each : grades.subList(0, Math.min(MAX_NAMED, grades.size()))) {
            out.printf(
                    "must be looked at: %s, %s: %s (%s)%n",
                    GradingProgress.printable(each.student()),
                    String.join(", ", each.openQuestions()),
                    why(each),
                    each.result().file());
        }
        if (grades.size() > MAX_NAMED) {
            out.printf("and %d more%n", grades.size() - MAX_NAMED);
        }
        if (!isEmpty()) {
            out.printf("Give points by hand: ./course review %s%n", exercise);
        }
    }

    private static String why(Grade grade) {
        return grade.result().tests().stream()
                .filter(test -> test.verdict().isOpen())
                .filter(test -> grade.openQuestions().contains(test.question()))
                .map(test -> test.message().lines().findFirst().orElse(test.verdict().words()))
                .findFirst()
                .orElse("");
    }
}
