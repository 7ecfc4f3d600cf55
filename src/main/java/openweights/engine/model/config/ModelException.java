package openweights.engine.model.config;

import openweights.base.UserException;

/** A model cannot be opened or run. The message says where, what was found, and what to do. */
public final class ModelException extends UserException {

    private static final long serialVersionUID = 1L;

    public ModelException(String message) {
        super(message);
    }

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
