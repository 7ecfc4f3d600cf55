package openweights.grading.result;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import openweights.grading.decision.Answer;
import org.jspecify.annotations.Nullable;

/**
 * The result of one submission.
 *
 * @param submission SHA-256 of the file
 * @param file its path when it was graded
 * @param exercise id of the exercise
 * @param version of the exercise
 * @param grader version of the grading rules, see {@link #GRADER}
 * @param java version of Java that ran it
 * @param sandbox name of the sandbox that it ran in
 * @param repairs what was wrong with the notebook
 * @param tests every test of the exercise, in the order of the grading plan
 * @param seconds that grading took
 */
public record Result(
        String student,
        String submission,
        String file,
        String exercise,
        String version,
        String grader,
        String java,
        String sandbox,
        List<String> repairs,
        List<TestResult> tests,
        double seconds) {

    /** Changes whenever the same submission could get different points. */
    public static final String GRADER = "4";

    public Result {
        repairs = List.copyOf(repairs);
        tests = List.copyOf(tests);
    }

    /** The same result under another name, as for a member of a group. */
    public Result of(String other) {
        return new Result(
                other,
                submission,
                file,
                exercise,
                version,
                grader,
                java,
                sandbox,
                repairs,
                tests,
                seconds);
    }

    public int points() {
        return tests.stream().mapToInt(TestResult::points).sum();
    }

    public int max() {
        return tests.stream().mapToInt(TestResult::max).sum();
    }

    /** The questions in order. */
    public Set<String> questions() {
        Set<String> questions = new LinkedHashSet<>();
        tests.forEach(test -> questions.add(test.question()));
        return questions;
    }

    public int points(String question) {
        return tests.stream()
                .filter(test -> test.question().equals(question))
                .mapToInt(TestResult::points)
                .sum();
    }

    public int max(String question) {
        return tests.stream()
                .filter(test -> test.question().equals(question))
                .mapToInt(TestResult::max)
                .sum();
    }

    /** What decisions about a question of this submission are about. */
    public Answer answer(String question) {
        return new Answer(student, question, submission);
    }

    /** The points that the tests gave; null if one of them could not decide. */
    public @Nullable Double decided(String question) {
        boolean open =
                tests.stream()
                        .anyMatch(
                                test ->
                                        test.question().equals(question)
                                                && test.verdict().isOpen());
        return open ? null : Double.valueOf(points(question));
    }

    /** Whether a person must review the result before the points count. */
    public boolean isOpen() {
        return tests.stream().anyMatch(test -> test.verdict().isOpen());
    }

    /** Whether grading itself failed. */
    public boolean isFaulty() {
        return tests.stream().anyMatch(test -> test.verdict() == Verdict.GRADER_ERROR);
    }

    /** Identifies the grading: the same submission need not be graded twice by the same rules. */
    public Key key() {
        return new Key(student, submission, version, grader);
    }

    /** A submission and the rules by which it was graded. */
    public record Key(String student, String submission, String version, String grader) {}
}
