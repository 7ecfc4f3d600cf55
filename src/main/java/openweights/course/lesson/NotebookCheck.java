package openweights.course.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import openweights.course.exercise.Check;
import openweights.course.notebook.Cell;
import openweights.course.notebook.Notebook;
import openweights.course.notebook.NotebookDiff;

/** Compares the notebook that is committed for a lesson with one made anew. */
public final class NotebookCheck {

    /** What a passed check says of rounding, which is the processor's affair. */
    private static final String ROUNDING =
            "(?m)^(" + Check.PASSED + ".*: )(?:exact|approximate, .*|within [^,]*, .*)$";

    private NotebookCheck() {}

    /**
     * Compares all but outputs.
     *
     * @return lines to show, the last one with the command that mends it; empty if all is well
     */
    public static List<String> sources(
            Course.Entry entry, Optional<Notebook> committed, Notebook built) {
        return committed
                .map(notebook -> NotebookDiff.sources(notebook, built))
                .map(difference -> told(entry, "differs from its lesson", difference))
                .orElseGet(() -> List.of(name(entry) + " is missing.", remedy(entry)));
    }

    /**
     * Compares the outputs of all cells but those marked as measured.
     *
     * @return lines to show, the last one with the command that mends it; empty if all is well
     */
    public static List<String> outputs(Course.Entry entry, Notebook committed, Notebook built) {
        List<String> difference =
                NotebookDiff.outputs(
                        committed.map(NotebookCheck::withoutRounding),
                        built.map(NotebookCheck::withoutRounding),
                        cell -> !cell.tagged(NotebookCompiler.MEASURED));
        return told(entry, "shows something else than its lesson does now", difference);
    }

    private static List<String> told(Course.Entry entry, String fault, List<String> difference) {
        if (difference.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                "notebooks/" + entry.slug() + ".ipynb " + fault + " (- committed, + built anew):");
        difference.forEach(line -> lines.add("    " + line));
        lines.add(remedy(entry));
        return lines;
    }

    private static String name(Course.Entry entry) {
        return "notebooks/" + entry.slug() + ".ipynb";
    }

    private static String remedy(Course.Entry entry) {
        return "Mend it with: ./course build " + entry.number();
    }

    private static Cell withoutRounding(Cell cell) {
        if (!(cell instanceof Cell.Code code)) {
            return cell;
        }
        List<JsonNode> outputs = new ArrayList<>();
        for (JsonNode output : code.outputs()) {
            ObjectNode copy = output.deepCopy();
            if (copy.path("name").asText().equals("stdout")) {
                copy.put("text", copy.path("text").asText().replaceAll(ROUNDING, "$1passed"));
            }
            outputs.add(copy);
        }
        return code.ran(code.executionCount(), outputs);
    }
}
