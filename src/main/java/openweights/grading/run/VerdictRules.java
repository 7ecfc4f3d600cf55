package openweights.grading.run;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
 * Turns a test's outcome into a verdict, given what is known of the answer's cells. What happened
 * to the student's process goes before what the test made of it.
 */
final class VerdictRules {

    private static final String NOT_YET = "openweights.course.exercise.NotYet";

    private final TestOutcome outcome;
    private final List<SubmissionCell> cells;

    private VerdictRules(TestOutcome outcome, List<SubmissionCell> cells) {
        this.outcome = outcome;
        this.cells = cells;
    }

    /**
     * @param loss how the student's process ended during the test
     * @param cells of the question's answer
     */
    static TestResult of(
            TestOutcome outcome, Optional<LostProcess> loss, List<SubmissionCell> cells) {
        return new VerdictRules(outcome, cells).result(loss);
    }

    private TestResult result(Optional<LostProcess> loss) {
        if (loss.isPresent()) {
            return lost(loss.get());
        }
        if (outcome.passed()) {
            return result(Verdict.PASS, "");
        }
        Throwable failure = own(outcome.failure().orElseThrow());
        if (failure instanceof GraderFault) {
            return result(Verdict.GRADER_ERROR, words(failure));
        }
        if (failure instanceof LostProcess lost) {
            return lost(lost);
        }
        if (failure instanceof StudentException thrown) {
            return thrown(thrown.type(), thrown.simpleType() + said(thrown.getMessage()));
        }
        return cellFault().orElseGet(() -> test(failure));
    }

    /** JUnit wraps what is thrown while it provides a test's student. */
    private static Throwable own(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof GraderFault || each instanceof LostProcess) {
                return each;
            }
        }
        return failure;
    }

    private TestResult lost(LostProcess lost) {
        Verdict verdict =
                switch (lost.loss()) {
                    case TIMEOUT -> Verdict.TIMEOUT;
                    case TIME_UP -> Verdict.NOT_RUN;
                    case OUT_OF_MEMORY -> Verdict.OOM;
                    case EXIT -> Verdict.STUDENT_EXIT;
                    case CRASH -> Verdict.CRASH;
                    case OUTPUT -> Verdict.OUTPUT_LIMIT;
                    case PROTOCOL -> Verdict.PROTOCOL_VIOLATION;
                };
        return result(verdict, words(lost));
    }

    private TestResult thrown(String type, String message) {
        return switch (type) {
            case NOT_YET -> result(Verdict.UNANSWERED, "");
            case "java.lang.StackOverflowError" -> result(Verdict.STACK_OVERFLOW, message);
            case "java.lang.OutOfMemoryError" -> result(Verdict.OOM, message);
            default -> result(Verdict.EXCEPTION, message);
        };
    }

    /** What is wrong with the answer's own cells is the reason of whatever a test misses. */
    private Optional<TestResult> cellFault() {
        for (SubmissionCell cell : cells) {
            if (cell.compiled().problem().isPresent()) {
                return Optional.of(result(Verdict.COMPILE_ERROR, cell.compiled().problem().get()));
            }
            if (cell.loss().isPresent()) {
                return Optional.of(lost(cell.loss().get()));
            }
            if (cell.thrown().isPresent()) {
                String type = cell.thrown().get();
                return Optional.of(thrown(type, "The answer's cell ended with " + type + "."));
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
        if (failure instanceof ClassCastException || failure instanceof NullPointerException) {
            return result(
                    Verdict.FAIL,
                    "The value is not of the type that is wanted: " + failure.getMessage());
        }
        // The test itself did not expect this; whether it or the answer is wrong, a person says.
        return result(Verdict.NEEDS_REVIEW, failure.toString());
    }

    private TestResult result(Verdict verdict, String message) {
        return TestResult.of(outcome.test(), verdict, message);
    }

    private static String words(Throwable failure) {
        return Objects.requireNonNullElse(failure.getMessage(), "");
    }

    private static String said(@Nullable String message) {
        return message == null ? "" : ": " + message;
    }
}
