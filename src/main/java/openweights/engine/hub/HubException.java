package openweights.engine.hub;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A download that failed. The message says what happened and what to do next. */
public final class HubException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What kind of failure it is. */
    public enum Fault {
        /** The server cannot be reached, or breaks off again and again. */
        DOWN,
        /** The server wants a token, or another one. */
        GATED,
        /** The server does not know the model, the revision or the file. */
        NOT_FOUND,
        /** What came is not what was announced. */
        DAMAGED,
        /** There is not enough space. */
        NO_SPACE,
        /** The request itself, or what is on the disk, does not allow it. */
        REFUSED
    }

    private final Fault fault;

    HubException(Fault fault, String message) {
        this(fault, message, null);
    }

    HubException(Fault fault, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
