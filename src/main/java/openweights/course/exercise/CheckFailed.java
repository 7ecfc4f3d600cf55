package openweights.course.exercise;

/** An answer is not right; the message is for the student and says all there is to say. */
public final class CheckFailed extends AssertionError {

    private static final long serialVersionUID = 1L;

    CheckFailed(String message) {
        super(message);
    }
}
