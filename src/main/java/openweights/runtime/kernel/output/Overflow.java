package openweights.runtime.kernel.output;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Text that is too long for a notebook: all of it goes to a file, and the last part is kept. */
final class Overflow {

    /** How many characters of the end are shown. */
    static final int LAST = 20_000;

    /** How many characters go to the file, so that an endless loop does not fill the disk. */
    private static final long FILE_LIMIT = 100_000_000;

    /** A part of a stream. */
    record Part(String stream, String text) {}

    private final Path path;
    private final StringBuilder last = new StringBuilder();
    private @Nullable Writer file;
    private String stream = "stdout";
    private String fault = "";
    private boolean faultTold;
    private long length;
    private long left;

    private Overflow(Path path) {
        this.path = path;
    }

    /** Opens the file and writes what was already sent. */
    static Overflow into(Path path, String sent) {
        Overflow overflow = new Overflow(path);
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            overflow.file = Files.newBufferedWriter(path);
        } catch (IOException e) {
            overflow.fault = e.toString();
        }
        overflow.save(sent);
        return overflow;
    }

    /** What the notebook says when the text becomes too long. */
    String announcement() {
        faultTold = !fault.isEmpty();
        return "\nNote: this cell prints more than a notebook can show. The end follows when the cell ends; %s.\n"
                .formatted(fault.isEmpty() ? "the whole output is in " + path : unwritten());
    }

    void write(String name, String text) {
        stream = name;
        left += text.length();
        last.append(text);
        if (last.length() > 2 * LAST) {
            last.delete(0, last.length() - LAST);
        }
        save(text);
    }

    /** What the notebook says when the cell ends. */
    List<Part> end() {
        flush();
        List<Part> parts = new ArrayList<>();
        if (!fault.isEmpty() && !faultTold) {
            faultTold = true;
            parts.add(
                    new Part(
                            "stderr", "Note: the whole output is not kept; " + unwritten() + "\n"));
        }
        if (left > LAST) {
            String note =
                    String.format(
                            Locale.ROOT, "Note: %,d characters are left out here.\n", left - LAST);
            parts.add(new Part("stderr", note));
        }
        if (length > FILE_LIMIT) {
            parts.add(new Part("stderr", "Note: the file ends after 100 million characters.\n"));
        }
        parts.add(new Part(stream, last.substring(Math.max(0, last.length() - LAST))));
        last.setLength(0);
        left = 0;
        return parts;
    }

    private String unwritten() {
        return "its middle is lost, because " + path + " cannot be written: " + fault;
    }

    private void save(String text) {
        length += text.length();
        if (file == null || length > FILE_LIMIT) {
            return;
        }
        try {
            file.write(text);
        } catch (IOException e) {
            fault = e.toString();
            file = null;
        }
    }

    private void flush() {
        if (file != null) {
            try {
                file.flush();
            } catch (IOException e) {
                fault = e.toString();
                file = null;
            }
        }
    }
}
