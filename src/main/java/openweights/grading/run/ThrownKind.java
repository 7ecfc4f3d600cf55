package openweights.grading.run;

import java.util.Arrays;
import openweights.course.exercise.NotYet;
import openweights.grading.result.Verdict;

/** The exceptions of a student's code that have verdicts of their own, and all others. */
enum ThrownKind {
    NOT_YET(NotYet.class, Verdict.UNANSWERED),
    STACK_OVERFLOW(StackOverflowError.class, Verdict.STACK_OVERFLOW),
    OUT_OF_MEMORY(OutOfMemoryError.class, Verdict.OOM),
    OTHER(Throwable.class, Verdict.EXCEPTION);

    private final Class<?> type;
    private final Verdict verdict;

    ThrownKind(Class<?> type, Verdict verdict) {
        this.type = type;
        this.verdict = verdict;
    }

    /**
     * The kind of an exception.
     *
     * @param className as the student's process names it; only the name crosses the sandbox
     */
    static ThrownKind of(String className) {
        return Arrays.stream(values())
                .filter(each -> each.type.getName().equals(className))
                .findFirst()
                .orElse(OTHER);
    }

    Verdict verdict() {
        return verdict;
    }
}
