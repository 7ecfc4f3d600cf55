package openweights.course.notebook;

import openweights.base.UserException;

/** A file is not a notebook that the course can read. The message says what is wrong and where. */
public final class NotebookException extends UserException {

    private static final long serialVersionUID = 1L;

    public NotebookException(String message) {
        super(message);
    }
}
