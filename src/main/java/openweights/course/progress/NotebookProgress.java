package openweights.course.progress;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;
import openweights.course.exercise.Check;
import openweights.course.notebook.Cell;
import openweights.course.notebook.Notebook;

/**
 * How far a student is in one notebook, by the outputs that are stored in it.
 *
 * @param name the notebook's name, without its ending
 * @param ran how many cells of code have been run
 * @param cells how many there are
 * @param passed how many cells with checks were run last without a failure
 * @param checks how many cells with checks there are
 */
public record NotebookProgress(String name, int ran, int cells, int passed, int checks) {

    /** A check of a lesson, or the tests of a question. */
    private static final Pattern CHECK =
            Pattern.compile(
                    "(?m)^\\s*Check\\.(?!todo)\\w+\\(|^// The tests of \\[|Check\\.question\\(");

    /** Reads it from a notebook. */
    public static NotebookProgress of(String name, Notebook notebook) {
        List<Cell.Code> code = notebook.code();
        List<Cell.Code> checks =
                code.stream().filter(cell -> CHECK.matcher(cell.source()).find()).toList();
        return new NotebookProgress(
                name,
                (int) code.stream().filter(NotebookProgress::hasRun).count(),
                code.size(),
                (int) checks.stream().filter(NotebookProgress::hasPassed).count(),
                checks.size());
    }

    /** Whether all cells with checks have passed; without checks, whether all cells were run. */
    public boolean done() {
        return checks > 0 ? passed == checks : ran == cells;
    }

    /** A bar of ten characters. */
    public String bar() {
        int of = checks > 0 ? checks : cells;
        int tenths = of == 0 ? 10 : 10 * (checks > 0 ? passed : ran) / of;
        return "#".repeat(tenths) + ".".repeat(10 - tenths);
    }

    private static boolean hasRun(Cell.Code cell) {
        return cell.executionCount() != null;
    }

    private static boolean hasPassed(Cell.Code cell) {
        boolean failed =
                cell.outputs().stream()
                        .anyMatch(output -> output.path("output_type").asText().equals("error"));
        return hasRun(cell) && !failed && cell.outputs().stream().anyMatch(NotebookProgress::says);
    }

    /** Whether an output is that of a check which passed. */
    private static boolean says(JsonNode output) {
        return output.path("text").asText().contains(Check.PASSED);
    }
}
