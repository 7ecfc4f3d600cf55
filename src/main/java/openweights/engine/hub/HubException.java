package openweights.engine.hub;

import openweights.base.UserException;
import org.jspecify.annotations.Nullable;

/** A download failed. The message says what happened and what to do next. */
public final class HubException extends UserException {

    private static final long serialVersionUID = 1L;

    /** The kind of failure. */
    public enum Fault {
        /** The server cannot be reached, or the connection breaks again and again. */
        DOWN,
        /** The server requires a token, or a different one. */
        GATED,
        /** The server does not know the model, the revision or the file. */
        NOT_FOUND,
        /** The data is not what the server announced. */
        DAMAGED,
        /** There is not enough disk space. */
        NO_SPACE,
        /** The request is invalid, or conflicts with what is on the disk. */
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

    @Override
    public boolean isFinding() {
        return fault == Fault.DAMAGED;
    }
}
