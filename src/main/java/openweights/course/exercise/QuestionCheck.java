package openweights.course.exercise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import openweights.base.Count;
import openweights.course.exercise.shell.ShellStudent;
import openweights.course.exercise.suite.Suite;
import openweights.course.exercise.suite.TestCase;
import openweights.course.exercise.suite.TestOutcome;
import openweights.course.exercise.test.MissingAnswer;
import openweights.course.exercise.test.StudentException;
import openweights.runtime.kernel.LiveNotebook;

/**
 * Runs the visible tests of a question in the notebook.
 *
 * <p>A failing test shows one more hint at each attempt.
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

    /** Sets a number of this student's variant. */
    public QuestionCheck variant(String name, long value) {
        variant.put(name, value);
        return this;
    }

    /** Sets how many hidden tests run when the work is graded, and their points. */
    public QuestionCheck later(int tests, int points) {
        laterTests = tests;
        laterPoints = points;
        return this;
    }

    /**
     * Runs the tests and prints the result of each.
     *
     * @throws CheckFailed if any test fails
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
                    "✗ %s: %s of %s failed. Correct your answer, run its cell, and then this one again."
                            .formatted(question, failed, Count.of(outcomes.size(), "test")));
        }
        System.out.println(summary(outcomes));
    }

    private static JShell shell() {
        return LiveNotebook.shell()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "Questions can be checked only in a notebook. Open it with ./course lab."));
    }

    private static String answer(String question) {
        return LiveNotebook.answer(question)
                .orElseThrow(
                        () ->
                                new MissingAnswer(
                                        "The answer cell of "
                                                + question
                                                + " has not been run yet. Run it first."));
    }

    private String summary(List<TestOutcome> outcomes) {
        int points = outcomes.stream().mapToInt(TestOutcome::points).sum();
        String later =
                laterTests == 0
                        ? ""
                        : " %s (%s) will run when your work is graded."
                                .formatted(
                                        Count.of(laterTests, "hidden test"),
                                        Count.of(laterPoints, "point"));
        return "%s: %s passed (%s).%s"
                .formatted(
                        question,
                        Count.of(outcomes.size(), "test"),
                        Count.of(points, "point"),
                        later);
    }

    private static List<String> lines(TestOutcome outcome) {
        TestCase test = outcome.test();
        List<String> lines = new ArrayList<>();
        String worth = " (" + Count.of(test.points(), "point") + ")";
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
        lines.add("✗ " + test.name() + worth + ": " + described(outcome.failure().orElseThrow()));
        int shown = Math.min(attempts, test.hints().size());
        for (int i = 0; i < shown; i++) {
            lines.add(
                    "    Hint %s of %s: %s"
                            .formatted(i + 1, test.hints().size(), test.hints().get(i)));
        }
        return lines;
    }

    private static String described(Throwable failure) {
        if (failure instanceof StudentException thrown) {
            return thrown.isUnanswered()
                    ? "no answer yet"
                    : "your code threw " + thrown.simpleType() + message(thrown);
        }
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof CheckFailed) {
            return message.replaceFirst("^✗ ", "");
        }
        boolean isPlain = failure instanceof AssertionError || failure instanceof MissingAnswer;
        return isPlain ? message : "the test itself failed: " + failure;
    }

    private static String message(StudentException thrown) {
        return thrown.getMessage() == null ? "" : ": " + thrown.getMessage();
    }
}
