package openweights.course.exercise.shell;

/** A cell does not compile. The message is the compiler's. */
public final class CellException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CellException(String message) {
        super(message);
    }
}
