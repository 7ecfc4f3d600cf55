package openweights.engine.train.run;

import org.jspecify.annotations.Nullable;

/** A run that cannot begin or go on. The message says where, what was found, what to do. */
public final class RunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RunException(String message) {
        super(message);
    }

    public RunException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
