package openweights.base;

/**
 * Something that the user can mend: bad input, a missing file, wrong use. The message says what is
 * wrong, where, what was found and what to do next; the command line shows it without a trace.
 * Every exception of ours with such a message extends this class. All other exceptions are defects
 * of the program, and their traces are shown.
 */
public class UserException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UserException(String message) {
        super(message);
    }

    public UserException(String message, Throwable cause) {
        super(message, cause);
    }
}
