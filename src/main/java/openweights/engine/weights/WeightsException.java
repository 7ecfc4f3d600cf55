package openweights.engine.weights;

import java.nio.file.Path;
import openweights.base.TerminalText;
import openweights.base.UserException;

/**
 * A weight file is damaged or breaks a rule of its format. The message says what, where, and what
 * to do.
 */
public abstract class WeightsException extends UserException {

    private static final long serialVersionUID = 1L;
    private static final int MAX_SHOWN = 120;

    private final transient Path file;
    private final long offset;

    protected WeightsException(Path file, long offset, String message) {
        super(message);
        this.file = file;
        this.offset = offset;
    }

    /** The file at fault. */
    public Path file() {
        return file;
    }

    /** Where in the file the fault is, in bytes from its start. */
    public long offset() {
        return offset;
    }

    /** A name from a file, quoted and safe to print. */
    public static String quoted(String text) {
        return "\"" + printable(text) + "\"";
    }

    /** Text from a file, safe to print and shortened if it is long. */
    public static String printable(String text) {
        return TerminalText.printable(text, MAX_SHOWN);
    }
}
