package openweights.runtime.setup;

import openweights.base.UserException;

/**
 * Something that the course needs is missing or broken on this machine. The message says what, and
 * what to do.
 */
public final class SetUpException extends UserException {

    private static final long serialVersionUID = 1;

    public SetUpException(String message) {
        super(message);
    }

    public SetUpException(String message, Throwable cause) {
        super(message, cause);
    }
}
