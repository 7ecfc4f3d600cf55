package openweights.course.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import openweights.course.exercise.Check;
import openweights.course.notebook.Cell;
import openweights.course.notebook.Notebook;
import openweights.course.notebook.NotebookDiff;

/** Compares a lesson's committed notebook with a newly built one. */
public final class NotebookCheck {

    /** What a passed check says about rounding, which depends on the processor. */
    private static final String ROUNDING =
            "(?m)^(" + Check.PASSED + ".*: )(?:exact|approximate, .*|within [^,]*, .*)$";

    private NotebookCheck() {}

    /**
     * Compares everything except outputs.
     *
     * @return lines to show, the last of which names the command that fixes it; empty if nothing
     *     differs
     */
    public static List<String> sources(
            Course.Entry entry, Optional<Notebook> committed, Notebook built) {
        return committed
                .map(notebook -> NotebookDiff.sources(notebook, built))
                .map(difference -> described(entry, "differs from its lesson", difference))
                .orElseGet(() -> List.of(name(entry) + " is missing.", remedy(entry)));
    }

    /**
     * Compares the outputs of all cells; but a cell marked as measured only if it was committed
     * without any.
     *
     * @return lines to show, the last of which names the command that fixes it; empty if nothing
     *     differs
     */
    public static List<String> outputs(Course.Entry entry, Notebook committed, Notebook built) {
        Set<String> silent =
                committed.code().stream()
                        .filter(cell -> cell.outputs().isEmpty())
                        .map(Cell::id)
                        .collect(Collectors.toSet());
        List<String> difference =
                NotebookDiff.outputs(
                        committed.map(NotebookCheck::withoutRounding),
                        built.map(NotebookCheck::withoutRounding),
                        cell ->
                                !cell.tagged(NotebookCompiler.MEASURED)
                                        || silent.contains(cell.id()));
        return described(entry, "has other outputs than its lesson has now", difference);
    }

    private static List<String> described(
            Course.Entry entry, String fault, List<String> difference) {
        if (difference.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(name(entry) + " " + fault + " (- committed, + newly built):");
        difference.forEach(line -> lines.add("    " + line));
        lines.add(remedy(entry));
        return lines;
    }

    private static String name(Course.Entry entry) {
        return "notebooks/" + entry.slug() + ".ipynb";
    }

    private static String remedy(Course.Entry entry) {
        return "Fix it with: ./course build " + entry.number();
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
