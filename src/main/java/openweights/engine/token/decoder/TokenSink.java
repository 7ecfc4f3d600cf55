package openweights.engine.token.decoder;

/** Receives tokens: the text of each in one or several fragments, then its end. */
public interface TokenSink {

    /** More text of the current token. */
    void text(String fragment);

    /** The current token is complete. */
    void end();

    /** No more tokens will come. */
    void finish();
}
