package openweights.grading.result;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What came of one submission.
 *
 * @param submission SHA-256 of the file
 * @param file where it lay
 * @param version of the exercise
 * @param grader version of the rules by which it was graded
 * @param java that ran it
 * @param sandbox that it ran in
 * @param repairs what was wrong with the notebook
 * @param tests every test of the exercise, in the order of its plan
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

    /** Changes whenever the same submission could get other points. */
    public static final String GRADER = "2";

    public Result {
        repairs = List.copyOf(repairs);
        tests = List.copyOf(tests);
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

    /** Whether somebody must look before the points count. */
    public boolean isOpen() {
        return tests.stream().anyMatch(test -> test.verdict().isOpen());
    }

    /** Whether grading itself failed. */
    public boolean isFaulty() {
        return tests.stream().anyMatch(test -> test.verdict() == Verdict.GRADER_ERROR);
    }

    /** What a result is about: the same submission by the same rules need not be graded twice. */
    public Key key() {
        return new Key(student, submission, version, grader);
    }

    /** Names a submission and the rules. */
    public record Key(String student, String submission, String version, String grader) {}
}
