package openweights.engine.model.layer;

/**
 * The tokens of one pass.
 *
 * @param first the position of the first one
 * @param count T
 * @param end the length of the text after all passes of this call
 */
public record Span(int first, int count, int end) {

    /** How many tokens may be read again after a pass. */
    public static final int MAX_REWIND = 16;
}
