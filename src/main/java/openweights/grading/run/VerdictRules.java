package openweights.grading.run;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import openweights.course.exercise.suite.TestOutcome;
import openweights.course.exercise.test.MissingAnswer;
import openweights.course.exercise.test.StudentException;
import openweights.grading.remote.GraderFault;
import openweights.grading.remote.LostProcess;
import openweights.grading.remote.SubmissionCell;
import openweights.grading.result.TestResult;
import openweights.grading.result.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Turns a test's outcome into a verdict, given what is known about the answer's cells. What
 * happened to the student's process takes precedence over what the test made of it.
 */
final class VerdictRules {

    /** What Java says where Linux refuses another thread or process. */
    private static final Pattern NO_MORE_TASKS =
            Pattern.compile("unable to create native thread|Cannot run program .*error=(11|24),");

    private static final String TASKS =
            "It started as many threads and programs as the sandbox allows. ";

    private final TestOutcome outcome;
    private final List<SubmissionCell> cells;

    private VerdictRules(TestOutcome outcome, List<SubmissionCell> cells) {
        this.outcome = outcome;
        this.cells = cells;
    }

    /**
     * @param lost how the student's process was lost during the test
     * @param cells of the question's answer
     */
    static TestResult of(
            TestOutcome outcome, Optional<LostProcess> lost, List<SubmissionCell> cells) {
        return new VerdictRules(outcome, cells).result(lost);
    }

    private TestResult result(Optional<LostProcess> lost) {
        if (lost.isPresent()) {
            return lost(lost.get());
        }
        if (outcome.passed()) {
            return result(Verdict.PASS, "");
        }
        Throwable failure = unwrapped(outcome.failure().orElseThrow());
        if (failure instanceof GraderFault) {
            return result(Verdict.GRADER_ERROR, words(failure));
        }
        if (failure instanceof LostProcess loss) {
            return lost(loss);
        }
        if (failure instanceof StudentException thrown) {
            String text = thrown.simpleType() + detail(thrown.getMessage());
            return NO_MORE_TASKS.matcher(text).find()
                    ? result(Verdict.PROCESS_LIMIT, TASKS + text)
                    : thrown(thrown.type(), text);
        }
        return cellFault().orElseGet(() -> test(failure));
    }

    /** JUnit wraps exceptions that are thrown while it provides a test's student. */
    private static Throwable unwrapped(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof GraderFault || each instanceof LostProcess) {
                return each;
            }
        }
        return failure;
    }

    private TestResult lost(LostProcess lost) {
        Verdict verdict =
                switch (lost.failure()) {
                    case TIMEOUT -> Verdict.TIMEOUT;
                    case TIME_UP -> Verdict.NOT_RUN;
                    case OUT_OF_MEMORY -> Verdict.OOM;
                    case PROCESSES -> Verdict.PROCESS_LIMIT;
                    case EXIT, KILLED -> Verdict.STUDENT_EXIT;
                    case CRASH -> Verdict.CRASH;
                    case OUTPUT -> Verdict.OUTPUT_LIMIT;
                    case PROTOCOL -> Verdict.PROTOCOL_VIOLATION;
                };
        return result(verdict, words(lost));
    }

    private TestResult thrown(String type, String message) {
        Verdict verdict = ThrownKind.of(type).verdict();
        return result(verdict, verdict == Verdict.UNANSWERED ? "" : message);
    }

    /** If the answer's own cells have a fault, it explains whatever the test reports. */
    private Optional<TestResult> cellFault() {
        for (SubmissionCell cell : cells) {
            if (cell.compiled().problem().isPresent()) {
                return Optional.of(result(Verdict.COMPILE_ERROR, cell.compiled().problem().get()));
            }
            if (cell.failure().isPresent()) {
                return Optional.of(lost(cell.failure().get()));
            }
            if (cell.thrown().isPresent()) {
                String type = cell.thrown().get();
                return Optional.of(thrown(type, "The cell of the answer threw " + type + "."));
            }
        }
        return Optional.empty();
    }

    private TestResult test(Throwable failure) {
        if (failure instanceof MissingAnswer) {
            return result(Verdict.MISSING_SYMBOL, words(failure));
        }
        if (failure instanceof AssertionError) {
            return result(Verdict.FAIL, words(failure));
        }
        if (failure instanceof NullPointerException) {
            return result(Verdict.FAIL, "The answer is null where the test needs a value.");
        }
        if (failure instanceof ClassCastException) {
            return result(Verdict.FAIL, TypeWords.of(words(failure)));
        }
        // The test itself did not expect this; a person decides whether it or the answer is wrong.
        return result(Verdict.NEEDS_REVIEW, failure.toString());
    }

    private TestResult result(Verdict verdict, String message) {
        return TestResult.of(outcome.test(), verdict, message);
    }

    private static String detail(@Nullable String message) {
        return message == null ? "" : ": " + message;
    }

    private static String words(Throwable failure) {
        return Objects.requireNonNullElse(failure.getMessage(), "");
    }
}
