package openweights.course.exercise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import openweights.course.exercise.shell.ShellStudent;
import openweights.course.exercise.suite.Suite;
import openweights.course.exercise.suite.TestCase;
import openweights.course.exercise.suite.TestOutcome;
import openweights.course.exercise.test.MissingAnswer;
import openweights.course.exercise.test.StudentException;
import openweights.runtime.kernel.LiveNotebook;

/**
 * The visible tests of a question, in the notebook.
 *
 * <p>A test that fails shows one more hint with each attempt.
 */
public final class QuestionCheck {

    /** How often each test has failed in this kernel. */
    private static final Map<String, Integer> FAILURES = new ConcurrentHashMap<>();

    private final String question;
    private final Class<?>[] tests;
    private final Map<String, Long> variant = new LinkedHashMap<>();
    private int laterTests;
    private int laterPoints;

    QuestionCheck(String question, Class<?>... tests) {
        this.question = question;
        this.tests = tests.clone();
    }

    /** A number of this student's own variant. */
    public QuestionCheck variant(String name, long value) {
        variant.put(name, value);
        return this;
    }

    /** Tells how many tests run only when the work is graded, and what they are worth. */
    public QuestionCheck later(int tests, int points) {
        laterTests = tests;
        laterPoints = points;
        return this;
    }

    /**
     * Runs the tests and says how each went.
     *
     * @throws CheckFailed if one fails
     */
    public void run() {
        ShellStudent student = new ShellStudent(shell(), QuestionCheck::answer, variant);
        List<TestOutcome> outcomes = new ArrayList<>();
        for (Class<?> each : tests) {
            outcomes.addAll(Suite.of(each).run(question, test -> student.fresh()));
        }
        outcomes.forEach(outcome -> lines(outcome).forEach(System.out::println));
        long failed = outcomes.stream().filter(outcome -> !outcome.passed()).count();
        if (failed > 0) {
            throw new CheckFailed(
                    "✗ %s: %d of %s not passed. Mend the answer, run its cell, then this one again."
                            .formatted(question, failed, counted(outcomes.size(), "test")));
        }
        System.out.println(summary(outcomes));
    }

    private static JShell shell() {
        return LiveNotebook.shell()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "Questions can be checked in a notebook only. Open it by ./course lab."));
    }

    private static String answer(String question) {
        return LiveNotebook.answer(question)
                .orElseThrow(
                        () ->
                                new MissingAnswer(
                                        "The cell of "
                                                + question
                                                + " has not run yet. Run it first."));
    }

    private String summary(List<TestOutcome> outcomes) {
        int points = outcomes.stream().mapToInt(TestOutcome::points).sum();
        String later =
                laterTests == 0
                        ? ""
                        : " When your work is graded, %s (%s) will follow."
                                .formatted(
                                        counted(laterTests, "hidden test"),
                                        counted(laterPoints, "point"));
        return "%s: %s passed (%s).%s"
                .formatted(
                        question,
                        counted(outcomes.size(), "test"),
                        counted(points, "point"),
                        later);
    }

    private static List<String> lines(TestOutcome outcome) {
        TestCase test = outcome.test();
        List<String> lines = new ArrayList<>();
        String worth = " (" + counted(test.points(), "point") + ")";
        if (outcome.passed()) {
            String details =
                    outcome.lines().stream()
                            .map(line -> line.substring(Check.PASSED.length()))
                            .collect(Collectors.joining("; "));
            lines.add(
                    Check.PASSED + test.name() + worth + (details.isEmpty() ? "" : ": " + details));
            return lines;
        }
        int attempts = FAILURES.merge(test.id(), 1, Integer::sum);
        lines.add("✗ " + test.name() + worth + ": " + told(outcome.failure().orElseThrow()));
        int shown = Math.min(attempts, test.hints().size());
        for (int i = 0; i < shown; i++) {
            lines.add(
                    "    Hint %d of %d: %s"
                            .formatted(i + 1, test.hints().size(), test.hints().get(i)));
        }
        return lines;
    }

    private static String told(Throwable failure) {
        if (failure instanceof StudentException thrown) {
            return thrown.isUnanswered()
                    ? "no answer yet"
                    : "your code ended with " + thrown.simpleType() + said(thrown);
        }
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof CheckFailed) {
            return message.replaceFirst("^✗ ", "");
        }
        boolean plain = failure instanceof AssertionError || failure instanceof MissingAnswer;
        return plain ? message : "the test itself failed: " + failure;
    }

    private static String said(StudentException thrown) {
        return thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
