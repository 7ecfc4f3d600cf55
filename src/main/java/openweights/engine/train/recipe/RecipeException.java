package openweights.engine.train.recipe;

import openweights.base.UserException;

/** An invalid recipe. The message names the key, what was found, and what to do. */
public final class RecipeException extends UserException {

    private static final long serialVersionUID = 1L;

    public RecipeException(String message) {
        super(message);
    }

    public RecipeException(String message, Throwable cause) {
        super(message, cause);
    }
}
