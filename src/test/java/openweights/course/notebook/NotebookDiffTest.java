package openweights.course.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotebookDiffTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Test
    void showsChangedLinesWithTheLineBefore() {
        assertEquals(
                List.of("  int x = 1;", "- int y = 2;", "+ int y = 3;"),
                NotebookDiff.sources(
                        code("int x = 1;\nint y = 2;\nx + y"),
                        code("int x = 1;\nint y = 3;\nx + y")));
    }

    @Test
    void sourcesIncludeIdsKindsAndMetadata() {
        Notebook one = code("1");
        Notebook other = one.map(cell -> new Cell.Code("b", cell.metadata(), "1", null, List.of()));
        assertEquals(
                List.of("  {}", "- [code cell a] {}", "+ [code cell b] {}"),
                NotebookDiff.sources(one, other));
        ObjectNode metadata = NODES.objectNode().put("k", "v");
        assertEquals(
                List.of("- {}", "+ {", "+  \"k\": \"v\"", "+ }"),
                NotebookDiff.sources(one, new Notebook(metadata, one.cells())));
    }

    @Test
    void sourcesExcludeOutputsAndCounts() {
        assertEquals(List.of(), NotebookDiff.sources(code("1"), code("1", stream("1\n"))));
    }

    @Test
    void showsChangedOutputs() {
        assertEquals(
                List.of("[outputs of cell a]", "  same", "- loss 0.5", "+ loss 0.7"),
                outputs(
                        code("1", stream("same\nloss 0.5\nend")),
                        code("1", stream("same\nloss 0.7\nend"))));
        assertEquals(
                List.of("[outputs of cell a]", "- (stdout)", "- gone"),
                outputs(code("1", stream("gone")), code("1")));
    }

    @Test
    void toleratesLastDigitsInOutputs() {
        assertEquals(
                List.of(),
                outputs(code("1", stream("loss 0.50001")), code("1", stream("loss 0.50002"))));
    }

    @Test
    void comparesPicturesByTheirPixels() {
        assertEquals(
                List.of(),
                outputs(
                        code("1", picture(PicturesTest.chart(50, 0))),
                        code("1", picture(PicturesTest.chart(50, 3)))));
        List<String> difference =
                outputs(
                        code("1", picture(PicturesTest.chart(50, 0))),
                        code("1", picture(PicturesTest.chart(80, 0))));
        assertEquals(4, difference.size(), difference.toString());
    }

    @Test
    void skipsCellsThatAreNotCompared() {
        assertEquals(
                List.of(),
                NotebookDiff.outputs(
                        code("1", stream("1")), code("1", stream("2")), cell -> false));
    }

    private static List<String> outputs(Notebook before, Notebook after) {
        return NotebookDiff.outputs(before, after, cell -> true);
    }

    private static Notebook code(String source, JsonNode... outputs) {
        return new Notebook(
                NODES.objectNode(),
                List.of(new Cell.Code("a", NODES.objectNode(), source, 1, List.of(outputs))));
    }

    private static JsonNode stream(String text) {
        return NODES.objectNode()
                .put("output_type", "stream")
                .put("name", "stdout")
                .put("text", text);
    }

    private static JsonNode picture(String address) {
        ObjectNode output = NODES.objectNode().put("output_type", "display_data");
        String base64 = address.substring(address.indexOf(',') + 1);
        output.putObject("data").put("image/png", base64 + "\n").put("text/plain", "a chart");
        return output;
    }
}
