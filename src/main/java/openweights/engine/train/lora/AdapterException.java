package openweights.engine.train.lora;

import openweights.base.UserException;
import org.jspecify.annotations.Nullable;

/** An adapter that cannot be used. The message says where, what was found, and what to do. */
public final class AdapterException extends UserException {

    private static final long serialVersionUID = 1L;

    AdapterException(String message) {
        super(message);
    }

    AdapterException(@Nullable String message, Throwable cause) {
        super(String.valueOf(message), cause);
    }
}
