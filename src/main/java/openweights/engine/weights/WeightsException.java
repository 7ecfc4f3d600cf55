package openweights.engine.weights;

import java.nio.file.Path;
import openweights.base.TerminalText;

/** A weights file is not what it must be. The message says what, where, and what to do. */
public abstract sealed class WeightsException extends RuntimeException
        permits SafetensorsException, NpyException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 120;

    private final transient Path file;
    private final long offset;

    WeightsException(Path file, long offset, String message) {
        super(message);
        this.file = file;
        this.offset = offset;
    }

    /** The file at fault. */
    public Path file() {
        return file;
    }

    /** Where in the file the fault shows, in bytes from its start. */
    public long offset() {
        return offset;
    }

    /** A name out of a file, safe to print. */
    static String quoted(String text) {
        return "\"" + printable(text) + "\"";
    }

    /** Text out of a file, safe to print, and cut when long. */
    static String printable(String text) {
        return TerminalText.printable(text, SHOWN);
    }
}
