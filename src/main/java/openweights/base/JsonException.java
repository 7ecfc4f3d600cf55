package openweights.base;

/** JSON or YAML cannot be read. The message names the file, the place and the reason. */
public final class JsonException extends UserException {

    private static final long serialVersionUID = 1L;

    JsonException(String message) {
        super(message);
    }

    JsonException(String message, Throwable cause) {
        super(message, cause);
    }
}
