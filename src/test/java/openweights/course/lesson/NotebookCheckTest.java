package openweights.course.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import openweights.course.notebook.Cell;
import openweights.course.notebook.Notebook;
import org.junit.jupiter.api.Test;

class NotebookCheckTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Course.Entry ENTRY = new Course.Entry("03-net", "Net", 5, List.of());

    @Test
    void namesTheCommandThatFixesADifference() {
        assertEquals(
                List.of(
                        "notebooks/03-net.ipynb differs from its lesson (- committed, + newly built):",
                        "      [code cell a] {\"tags\":[]}",
                        "    - 1",
                        "    + 2",
                        "Fix it with: ./course build 03"),
                NotebookCheck.sources(
                        ENTRY, Optional.of(notebook(cell("a", "1"))), notebook(cell("a", "2"))));
        assertEquals(
                List.of("notebooks/03-net.ipynb is missing.", "Fix it with: ./course build 03"),
                NotebookCheck.sources(ENTRY, Optional.empty(), notebook()));
    }

    @Test
    void comparesOutputsExceptMeasuredOnes() {
        assertEquals(
                List.of(
                        "notebooks/03-net.ipynb has other outputs than its lesson has now (- committed, + newly built):",
                        "    [outputs of cell a]",
                        "      (stdout)",
                        "    - yes",
                        "    + no",
                        "Fix it with: ./course build 03"),
                NotebookCheck.outputs(
                        ENTRY, notebook(cell("a", "1", "yes")), notebook(cell("a", "1", "no"))));
        assertEquals(
                List.of(),
                NotebookCheck.outputs(
                        ENTRY,
                        notebook(measured("a", "1", "9 s")),
                        notebook(measured("a", "1", "8 s"))));
    }

    @Test
    void ignoresTheRoundingReportedByPassedChecks() {
        assertEquals(
                List.of(),
                outputs("✓ dW1: exact", "✓ dW1: approximate, max difference 1e-7 at [3]"));
        assertEquals(
                List.of(),
                outputs(
                        "✓ w: within 0.01, max difference 0",
                        "✓ w: within 0.01, max difference 1e-5"));
        assertEquals(6, outputs("✓ dW1: exact", "✓ dW2: exact").size());
        assertEquals(6, outputs("✓ dW1: exact", "dW1: approximate, max difference 0").size());
    }

    @Test
    void keepsMeasuredOutputsWhileNoCodeBeforeThemChanged() {
        Notebook committed = notebook(cell("a", "1", "x"), measured("b", "2", "9 s"));
        Notebook built = notebook(cell("a", "1", "y"), measured("b", "2", "8 s"));
        assertEquals(
                notebook(cell("a", "1", "y"), measured("b", "2", "9 s")),
                Measured.keep(committed, built));
    }

    @Test
    void takesNewMeasurementsWhenCodeBeforeThemChanged() {
        Notebook committed = notebook(cell("a", "1", "x"), measured("b", "2", "9 s"));
        for (Notebook built :
                List.of(
                        notebook(cell("a", "changed", "x"), measured("b", "2", "8 s")),
                        notebook(cell("a", "1", "x"), measured("b", "changed", "8 s")),
                        notebook(cell("a", "1", "x"), measured("renamed", "2", "8 s")),
                        notebook(measured("b", "2", "8 s")))) {
            assertEquals(built, Measured.keep(committed, built));
        }
    }

    @Test
    void measuredCellsDoNotStayWithoutOutputs() {
        Notebook committed = notebook(measured("a", "1"));
        Notebook built = notebook(measured("a", "1", "8 s"));
        assertEquals(built, Measured.keep(committed, built));
        assertEquals(committed, Measured.keep(committed, committed));
        assertEquals(
                List.of(
                        "notebooks/03-net.ipynb has other outputs than its lesson has now (- committed, + newly built):",
                        "    [outputs of cell a]",
                        "    + (stdout)",
                        "    + 8 s",
                        "Fix it with: ./course build 03"),
                NotebookCheck.outputs(ENTRY, committed, built));
        assertEquals(List.of(), NotebookCheck.outputs(ENTRY, built, committed));
    }

    private static List<String> outputs(String before, String after) {
        return NotebookCheck.outputs(
                ENTRY, notebook(cell("a", "1", before)), notebook(cell("a", "1", after)));
    }

    private static Notebook notebook(Cell... cells) {
        return new Notebook(NODES.objectNode(), List.of(cells));
    }

    private static Cell cell(String id, String source, String... printed) {
        ObjectNode metadata = NODES.objectNode();
        metadata.putArray("tags");
        return new Cell.Code(id, metadata, source, 1, outputs(printed));
    }

    private static Cell measured(String id, String source, String... printed) {
        ObjectNode metadata = NODES.objectNode();
        metadata.putArray("tags").add("measured");
        return new Cell.Code(id, metadata, source, 1, outputs(printed));
    }

    private static List<JsonNode> outputs(String... printed) {
        ObjectNode output = NODES.objectNode().put("output_type", "stream").put("name", "stdout");
        output.put("text", String.join("\n", printed));
        return printed.length == 0 ? List.of() : List.of(output);
    }
}
