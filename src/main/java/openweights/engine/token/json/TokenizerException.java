package openweights.engine.token.json;

import openweights.base.UserException;

/** A tokenizer file cannot be used. The message says what is wrong, where, and what to do. */
public final class TokenizerException extends UserException {

    private static final long serialVersionUID = 1;

    public TokenizerException(String message) {
        super(message);
    }

    public TokenizerException(String message, Throwable cause) {
        super(message, cause);
    }
}
