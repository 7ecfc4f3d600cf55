package openweights.course.notebook;

/** A file is not a notebook that the course can read; the message says what and where. */
public final class NotebookException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotebookException(String message) {
        super(message);
    }
}
