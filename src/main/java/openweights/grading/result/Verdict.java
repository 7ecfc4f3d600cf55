package openweights.grading.result;

/** How a test of a submission ended. Only {@link #PASS} earns points. */
public enum Verdict {
    PASS("passed"),
    FAIL("not passed"),
    UNANSWERED("not answered"),
    COMPILE_ERROR("does not compile"),
    MISSING_SYMBOL("something is not defined"),
    EXCEPTION("ended with an exception"),
    TIMEOUT("took too long"),
    OOM("used too much memory"),
    PROCESS_LIMIT("started too many threads or programs"),
    STACK_OVERFLOW("called itself too deeply"),
    STUDENT_EXIT("ended the program"),
    CRASH("crashed Java"),
    OUTPUT_LIMIT("printed too much"),
    PROTOCOL_VIOLATION("disturbed the grading"),
    NOT_RUN("not run"),
    /** Grading itself failed; the submission must be graded again. */
    GRADER_ERROR("could not be graded"),
    /** A person must decide. */
    NEEDS_REVIEW("needs review");

    private final String label;

    Verdict(String label) {
        this.label = label;
    }

    /** How reports for students call it. */
    public String label() {
        return label;
    }

    /** Whether the points are not final and must not be recorded as the student's. */
    public boolean isOpen() {
        return this == GRADER_ERROR || this == NEEDS_REVIEW;
    }
}
