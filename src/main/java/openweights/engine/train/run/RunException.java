package openweights.engine.train.run;

import openweights.base.UserException;
import org.jspecify.annotations.Nullable;

/** A run that cannot start or resume. The message says where, what was found, and what to do. */
public final class RunException extends UserException {

    private static final long serialVersionUID = 1L;

    public RunException(String message) {
        super(message);
    }

    public RunException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
