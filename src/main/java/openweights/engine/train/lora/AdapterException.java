package openweights.engine.train.lora;

import org.jspecify.annotations.Nullable;

/** An adapter that cannot be read or used. The message says where, what was found, what to do. */
public final class AdapterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AdapterException(String message) {
        super(message);
    }

    AdapterException(@Nullable String message, Throwable cause) {
        super(message, cause);
    }
}
