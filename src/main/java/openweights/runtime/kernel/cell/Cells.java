package openweights.runtime.kernel.cell;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.SnippetEvent;
import org.jspecify.annotations.Nullable;

/** Knows for every snippet of the session which cell it came from. */
public final class Cells {

    /**
     * Where a snippet stands.
     *
     * @param offset of the snippet's first character in the cell's source
     */
    public record Place(Cell cell, int offset) {

        /** The cell's line for a line of the snippet; both count from 1. */
        public int line(int lineOfSnippet) {
            return cell.lineAt(offset) + lineOfSnippet - 1;
        }
    }

    private final Map<String, Place> places = new HashMap<>();
    private @Nullable Cell current;

    /** The cell that is being run; null between cells. */
    public @Nullable Cell current() {
        return current;
    }

    /** A cell is about to be run. */
    public void begin(Cell cell) {
        current = cell;
    }

    /** The cell's run is over. */
    public void end() {
        current = null;
    }

    /** Takes what became of a snippet, if it is one of the cell that is being run. */
    public void heard(SnippetEvent event) {
        if (current == null || event.causeSnippet() != null) {
            return;
        }
        int offset = current.take(event);
        if (offset >= 0) {
            places.put(event.snippet().id(), new Place(current, offset));
        }
    }

    /** Where the snippet of this id stands; empty if it came from no cell. */
    public Optional<Place> place(String snippet) {
        return Optional.ofNullable(places.get(snippet));
    }
}
