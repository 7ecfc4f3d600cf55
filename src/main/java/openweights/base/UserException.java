package openweights.base;

import org.jspecify.annotations.Nullable;

/**
 * An error that the user can fix: bad input, a missing file, wrong usage. The message says what is
 * wrong, where, what was found and what to do next; the command line shows it without a stack
 * trace. Every exception of ours with such a message extends this class. Any other exception is a
 * bug, and its stack trace is shown.
 */
public class UserException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UserException(String message) {
        super(message);
    }

    public UserException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Whether something was found, such as damaged data, rather than used wrongly. */
    public boolean isFinding() {
        return false;
    }
}
