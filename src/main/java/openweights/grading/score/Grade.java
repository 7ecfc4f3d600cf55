package openweights.grading.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import openweights.grading.result.Result;
import openweights.grading.result.TestResult;

/**
 * What counts of a result.
 *
 * @param manual points that a person gave, by question; they count instead of the tests'
 * @param lateness how late it was handed in, and what that takes
 */
public record Grade(Result result, Map<String, Manual> manual, Lateness lateness) {

    /**
     * A person's decision on a question.
     *
     * @param comment for the student; may be empty
     */
    public record Manual(double points, String comment) {}

    /**
     * What being late takes.
     *
     * @param share of the points, from 0 to 1
     * @param words why, for people; empty if it was not late
     */
    public record Lateness(double share, String words) {

        public static final Lateness NONE = new Lateness(0, "");
    }

    public Grade {
        manual = Map.copyOf(manual);
    }

    /** Of a result that nobody has changed. */
    public static Grade of(Result result) {
        return new Grade(result, Map.of(), Lateness.NONE);
    }

    public String student() {
        return result.student();
    }

    public double points(String question) {
        Manual given = manual.get(question);
        return given == null ? result.points(question) : given.points();
    }

    /** The sum over the questions, before anything is taken for being late. */
    public double raw() {
        return result.questions().stream().mapToDouble(this::points).sum();
    }

    /** What counts. */
    public double points() {
        return reduced(raw());
    }

    /** What is left of some points when the lateness is taken; at most two digits. */
    public double reduced(double points) {
        return BigDecimal.valueOf(points * (1 - lateness.share()))
                .setScale(2, RoundingMode.HALF_UP)
                .doubleValue();
    }

    /** Whether somebody must look before the points count. */
    public boolean isOpen() {
        return !openQuestions().isEmpty();
    }

    /** The questions that no test could decide on, and nobody has yet. */
    public List<String> openQuestions() {
        return result.tests().stream()
                .filter(test -> test.verdict().isOpen())
                .map(TestResult::question)
                .distinct()
                .filter(question -> !manual.containsKey(question))
                .toList();
    }

    /** What a person changed, and why something was taken. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (String question : result.questions()) {
            Manual given = manual.get(question);
            if (given != null) {
                String comment = given.comment().isEmpty() ? "." : ": " + given.comment();
                notes.add(
                        "%s: a person gave %s of %d points%s"
                                .formatted(
                                        question,
                                        words(given.points()),
                                        result.max(question),
                                        comment));
            }
        }
        if (!lateness.words().isEmpty()) {
            notes.add(lateness.words());
        }
        return notes;
    }

    /** Points as people write them: {@code 6}, {@code 5.4}. */
    public static String words(double points) {
        return BigDecimal.valueOf(points)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
