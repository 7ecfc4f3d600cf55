package openweights.runtime.kernel.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jdk.jshell.SnippetEvent;
import openweights.runtime.kernel.magic.CellSource;
import openweights.runtime.kernel.magic.RefusedCell;

/** A cell that is or was run: its source, and the snippets into which JShell divided it. */
public final class Cell {

    /** A semicolon at the end, possibly followed by a comment. */
    private static final Pattern SEMICOLON = Pattern.compile(";\\s*(//.*)?$");

    private static final Pattern DISPLAY = Pattern.compile("\\s*display\\s*\\(");

    private final CellSource text;
    private final String source;
    private final List<SnippetEvent> events = new ArrayList<>();
    private String refusal = "";
    private int number;
    private int searched;
    private boolean endsInSemicolon;

    /** A cell that cannot be translated, and why. */
    public static Cell refused(String written, RefusedCell reason) {
        Cell cell = new Cell(new CellSource(written, written, false));
        cell.refusal = String.valueOf(reason.getMessage());
        return cell;
    }

    public Cell(CellSource text) {
        this.text = text;
        source = text.java();
    }

    /** The number that the notebook shows beside the cell. */
    public int number() {
        return number;
    }

    /** Sets the number that the notebook shows beside the cell. */
    public void number(int shown) {
        number = shown;
    }

    /** The Java that is run; its lines are those of what was written. */
    public String source() {
        return source;
    }

    /** What the student wrote, with magics. */
    public String written() {
        return text.written();
    }

    /** Why the cell is not run; empty if it can be. */
    public String refusal() {
        return refusal;
    }

    /** Whether the time of the whole cell is asked for. */
    public boolean isTimed() {
        return text.timed();
    }

    /** The events of the cell's snippets, in order. */
    public List<SnippetEvent> events() {
        return events;
    }

    /**
     * Whether the last statement's value is not shown, because it ends with a semicolon or calls
     * {@code display}, whose value is an id.
     */
    public boolean endsQuietly() {
        int last = events.size() - 1;
        return endsInSemicolon
                || (last >= 0 && DISPLAY.matcher(events.get(last).snippet().source()).lookingAt());
    }

    /** A line as it was written, counted from 1; empty after the end. */
    public String line(int number) {
        return written().lines().skip(number - 1L).findFirst().orElse("");
    }

    /** The line, counted from 1, that contains a character of the source. */
    public int lineAt(int offset) {
        return 1 + (int) source.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /**
     * Records the event of a snippet in this cell.
     *
     * @return the offset of the snippet in the source; -1 if it is not found, as with a magic
     */
    int record(SnippetEvent event) {
        String text = event.snippet().source().strip();
        int from = source.indexOf(text, searched);
        endsInSemicolon = from >= 0 && SEMICOLON.matcher(text).find();
        if (from < 0 && text.endsWith(";")) {
            // JShell adds a semicolon that may be missing from the last line.
            text = text.substring(0, text.length() - 1);
            from = source.indexOf(text, searched);
        }
        if (from < 0 && sameAsLast(text)) {
            // One statement may declare several variables; each is a snippet with the same source.
            from = searched - text.length();
        }
        events.add(event);
        searched = from < 0 ? searched : from + text.length();
        return from;
    }

    private boolean sameAsLast(String text) {
        int last = events.size() - 1;
        return last >= 0 && events.get(last).snippet().source().strip().startsWith(text);
    }
}
