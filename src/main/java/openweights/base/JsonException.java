package openweights.base;

import org.jspecify.annotations.Nullable;

/** JSON or YAML cannot be read. The message names the file, the place and the reason. */
public final class JsonException extends UserException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String reason;

    JsonException(String message, int line, String reason, @Nullable Throwable cause) {
        super(message, cause);
        this.line = line;
        this.reason = reason;
    }

    /** The line of the error, counted from 1; 1 also if the parser does not tell. */
    public int line() {
        return line;
    }

    /** What the parser found wrong. */
    public String reason() {
        return reason;
    }
}
