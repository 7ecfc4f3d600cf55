package openweights.course.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openweights.course.notebook.Cell;
import openweights.course.notebook.Notebook;

/**
 * Keeps earlier measurements: cells marked {@code measured} retain their committed outputs as long
 * as no code up to that cell has changed.
 *
 * <p>So building twice gives the same bytes, and a commit contains new times only where there is
 * new code. A cell without outputs has measured nothing (it was run without the model that it
 * needs, say), so it takes what this run has.
 */
final class Measured {

    private Measured() {}

    static Notebook keep(Notebook committed, Notebook built) {
        List<Cell.Code> before = committed.code();
        List<Cell> kept = new ArrayList<>();
        int code = 0;
        boolean unchanged = true;
        for (Cell cell : built.cells()) {
            if (cell instanceof Cell.Code now) {
                Optional<Cell.Code> old =
                        code < before.size() ? Optional.of(before.get(code)) : Optional.empty();
                code++;
                unchanged &= old.filter(each -> sameCode(each, now)).isPresent();
                boolean measured = now.tagged(NotebookCompiler.MEASURED);
                boolean keep = measured && unchanged && !lost(old.orElseThrow(), now);
                kept.add(keep ? old.orElseThrow() : now);
            } else {
                kept.add(cell);
            }
        }
        return new Notebook(built.metadata(), kept);
    }

    /** Whether a committed cell has no outputs, but a run has. */
    private static boolean lost(Cell.Code committed, Cell.Code run) {
        return committed.outputs().isEmpty() && !run.outputs().isEmpty();
    }

    private static boolean sameCode(Cell.Code old, Cell.Code now) {
        return old.id().equals(now.id())
                && old.source().equals(now.source())
                && old.metadata().equals(now.metadata())
                && old.executionCount() != null;
    }
}
