package openweights.course.site.markup;

import openweights.base.UserException;

/** Markup that a page cannot hold. The message names what was found and continues "contains …". */
public final class MarkupException extends UserException {

    private static final long serialVersionUID = 1L;

    public MarkupException(String message) {
        super(message);
    }
}
