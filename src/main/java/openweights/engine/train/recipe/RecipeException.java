package openweights.engine.train.recipe;

/** A recipe that cannot be followed. The message says which key, what was found, what to do. */
public final class RecipeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RecipeException(String message) {
        super(message);
    }

    public RecipeException(String message, Throwable cause) {
        super(message, cause);
    }
}
