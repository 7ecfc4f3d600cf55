package openweights.base;

/** JSON or YAML that cannot be read; the message names the file, the place and what was found. */
public final class JsonException extends UserException {

    private static final long serialVersionUID = 1L;

    JsonException(String message, Throwable cause) {
        super(message, cause);
    }
}
