package openweights.course.site.markup;

/** Markup that a page cannot hold; the message names what was found and can follow "holds ". */
public final class MarkupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MarkupException(String message) {
        super(message);
    }
}
