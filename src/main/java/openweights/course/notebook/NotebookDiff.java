package openweights.course.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;

/** How two notebooks differ, in their sources and in their outputs. */
public final class NotebookDiff {

    private NotebookDiff() {}

    /**
     * Compares everything except outputs and execution counts, exactly.
     *
     * @return a diff to show; empty if there is no difference
     */
    public static List<String> sources(Notebook before, Notebook after) {
        return LineDiff.of(script(before), script(after), Objects::equals);
    }

    /** The notebook as lines of text, without its outputs. */
    private static List<String> script(Notebook notebook) {
        List<String> lines = new ArrayList<>(JsonText.of(notebook.metadata()).lines().toList());
        for (Cell cell : notebook.cells()) {
            String kind = cell.getClass().getSimpleName().toLowerCase(Locale.ROOT);
            lines.add("[%s cell %s] %s".formatted(kind, cell.id(), cell.metadata()));
            lines.addAll(cell.source().lines().toList());
        }
        return lines;
    }

    /**
     * Compares the outputs of code cells with the same id, with the tolerance of {@link Likeness}.
     *
     * @param compared selects the cells to compare
     * @return a diff to show; empty if there is no difference
     */
    public static List<String> outputs(
            Notebook before, Notebook after, Predicate<Cell.Code> compared) {
        List<String> lines = new ArrayList<>();
        for (Cell.Code cell : after.code()) {
            before.code().stream()
                    .filter(other -> other.id().equals(cell.id()) && compared.test(cell))
                    .findFirst()
                    .map(other -> outputs(other, cell))
                    .filter(difference -> !difference.isEmpty())
                    .ifPresent(
                            difference -> {
                                lines.add("[outputs of cell " + cell.id() + "]");
                                lines.addAll(difference);
                            });
        }
        return lines;
    }

    private static List<String> outputs(Cell.Code before, Cell.Code after) {
        return LineDiff.of(
                OutputLines.of(before.outputs()), OutputLines.of(after.outputs()), Likeness::holds);
    }
}
