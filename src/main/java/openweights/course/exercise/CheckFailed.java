package openweights.course.exercise;

/** An answer is wrong. The message is written for the student and needs no stack trace. */
public final class CheckFailed extends AssertionError {

    private static final long serialVersionUID = 1L;

    CheckFailed(String message) {
        super(message);
    }
}
