package openweights.runtime.setup;

/**
 * Something that the course needs is missing or broken on this machine. The message says what, and
 * what to do next.
 */
public final class SetUpException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public SetUpException(String message) {
        super(message);
    }

    public SetUpException(String message, Throwable cause) {
        super(message, cause);
    }
}
