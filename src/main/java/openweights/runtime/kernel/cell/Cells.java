package openweights.runtime.kernel.cell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.SnippetEvent;
import org.jspecify.annotations.Nullable;

/** Maps every snippet of the session to the cell from which it came. */
public final class Cells {

    /**
     * The place of a snippet.
     *
     * @param offset index of the snippet's first character in the cell's source
     */
    public record Place(Cell cell, int offset) {

        /** The cell's line for a line of the snippet; both are counted from 1. */
        public int line(int lineOfSnippet) {
            return cell.lineAt(offset) + lineOfSnippet - 1;
        }
    }

    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, String> lost = new HashMap<>();
    private @Nullable Cell current;

    /** The running cell; null between cells. */
    public @Nullable Cell current() {
        return current;
    }

    /** Sets the cell that is about to run. */
    public void begin(Cell cell) {
        current = cell;
    }

    /** Ends the run of the cell. */
    public void end() {
        current = null;
    }

    /** Records the event of a snippet if it belongs to the running cell. */
    public void heard(SnippetEvent event) {
        if (current == null || event.causeSnippet() != null) {
            return;
        }
        int offset = current.record(event);
        if (offset >= 0) {
            places.put(event.snippet().id(), new Place(current, offset));
        }
    }

    /** Records that a variable is gone because another name was redefined. */
    public void lost(String variable, String because) {
        lost.put(variable, because);
    }

    /** Records that a variable was defined. */
    public void found(String variable) {
        lost.remove(variable);
    }

    /** Why a variable is gone: the name that was redefined; empty if nothing is known of it. */
    public Optional<String> whyLost(String variable) {
        return Optional.ofNullable(lost.get(variable));
    }

    /** The place of the snippet with this id; empty if it came from no cell. */
    public Optional<Place> place(String snippet) {
        return Optional.ofNullable(places.get(snippet));
    }
}
