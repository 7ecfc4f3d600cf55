package openweights.grading.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import openweights.base.Count;
import openweights.grading.result.Result;

/**
 * A student's grade: a result together with what people decided about it.
 *
 * @param manual points that a person gave, by question; they replace the points of the tests
 * @param lateness the deduction for a late submission
 * @param pending why points do not count yet though the tests have decided, by question
 */
public record Grade(
        Result result, Map<String, Manual> manual, Lateness lateness, Map<String, String> pending) {

    /**
     * A person's decision about a question.
     *
     * @param comment for the student; may be empty
     */
    public record Manual(double points, String comment) {}

    /**
     * The deduction for a late submission.
     *
     * @param share of the points, from 0 to 1
     * @param words the reason, for people; empty if it was not late
     */
    public record Lateness(double share, String words) {

        public static final Lateness NONE = new Lateness(0, "");
    }

    public Grade {
        manual = Map.copyOf(manual);
        pending = Map.copyOf(pending);
    }

    /** A grade for which nobody has to wait. */
    public Grade(Result result, Map<String, Manual> manual, Lateness lateness) {
        this(result, manual, lateness, Map.of());
    }

    /** The grade of a result about which nobody decided anything. */
    public static Grade of(Result result) {
        return new Grade(result, Map.of(), Lateness.NONE);
    }

    /** The same grade for somebody else, as for a member of a group. */
    Grade of(String other) {
        return new Grade(result.of(other), manual, lateness, pending);
    }

    public String student() {
        return result.student();
    }

    public double points(String question) {
        Manual given = manual.get(question);
        return given == null ? result.points(question) : given.points();
    }

    /** The sum over the questions, before any deduction for lateness. */
    public double raw() {
        return result.questions().stream().mapToDouble(this::points).sum();
    }

    /** The points that count. */
    public double points() {
        return reduced(raw());
    }

    /** Some points after the deduction for lateness, rounded to two decimals. */
    public double reduced(double points) {
        return BigDecimal.valueOf(points * (1 - lateness.share()))
                .setScale(2, RoundingMode.HALF_UP)
                .doubleValue();
    }

    /** Whether a person must decide before the points count. */
    public boolean isOpen() {
        return !openQuestions().isEmpty();
    }

    /** The questions about which no test could decide and nobody has yet, or that are pending. */
    public List<String> openQuestions() {
        return result.questions().stream()
                .filter(question -> !manual.containsKey(question))
                .filter(
                        question ->
                                result.decided(question) == null || pending.containsKey(question))
                .toList();
    }

    /** Why a person must decide: what an open question waits for, or a test of it reports. */
    public String openReason() {
        List<String> open = openQuestions();
        if (!open.isEmpty() && pending.containsKey(open.get(0))) {
            return pending.get(open.get(0));
        }
        return result.tests().stream()
                .filter(test -> test.verdict().isOpen() && open.contains(test.question()))
                .map(test -> test.message().lines().findFirst().orElse(test.verdict().label()))
                .findFirst()
                .orElse("");
    }

    /** What a person changed, and why points were deducted. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (String question : result.questions()) {
            Manual given = manual.get(question);
            if (given != null) {
                String comment = given.comment().isEmpty() ? "." : ": " + given.comment();
                notes.add(
                        "%s: a person gave %s of %s%s"
                                .formatted(
                                        question,
                                        format(given.points()),
                                        Count.of(result.max(question), "point"),
                                        comment));
            }
        }
        if (!lateness.words().isEmpty()) {
            notes.add(lateness.words());
        }
        return notes;
    }

    /** Points as people write them: {@code 6}, {@code 5.4}. */
    public static String format(double points) {
        return BigDecimal.valueOf(points)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
