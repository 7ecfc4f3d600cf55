package openweights.weights;

import java.nio.file.Path;

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

    /** Text out of a file, safe to print: cut when long, control characters made visible. */
    static String printable(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(SHOWN).forEach(c -> shown.append(visible(c)));
        return text.codePointCount(0, text.length()) > SHOWN ? shown + "…" : shown.toString();
    }

    private static String visible(int c) {
        int type = Character.getType(c);
        boolean hidden =
                type == Character.CONTROL
                        || type == Character.FORMAT
                        || type == Character.SURROGATE
                        || type == Character.LINE_SEPARATOR
                        || type == Character.PARAGRAPH_SEPARATOR;
        return hidden ? String.format("\\u%04x", c) : Character.toString(c);
    }
}
