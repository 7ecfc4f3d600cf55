package openweights.course.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts notebook records from and to the JSON tree of nbformat 4.5. */
final class NotebookJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private NotebookJson() {}

    static Notebook read(JsonNode tree) {
        if (!tree.isObject() || !tree.path("cells").isArray()) {
            throw new NotebookException("not a notebook: it has no list of cells.");
        }
        if (tree.path("nbformat").asInt() != 4) {
            throw new NotebookException(
                    "found nbformat "
                            + tree.path("nbformat")
                            + ", but 4 is needed. Open the notebook in JupyterLab and save it.");
        }
        List<Cell> cells = new ArrayList<>();
        for (JsonNode cell : tree.get("cells")) {
            cells.add(readCell(cell, cells.size()));
        }
        return new Notebook(object(tree.path("metadata")), cells);
    }

    private static Cell readCell(JsonNode cell, int position) {
        String id = cell.path("id").asText("cell-" + position);
        ObjectNode metadata = object(cell.path("metadata"));
        String source = Lines.join(cell.path("source"));
        ObjectNode attachments = object(cell.path("attachments"));
        attachments.forEach(each -> Lines.joinIn(object(each)));
        String type = cell.path("cell_type").asText();
        return switch (type) {
            case "markdown" -> new Cell.Markdown(id, metadata, source, attachments);
            case "raw" -> new Cell.Raw(id, metadata, source, attachments);
            case "code" -> new Cell.Code(id, metadata, source, count(cell), outputs(cell));
            default ->
                    throw new NotebookException(
                            "cell "
                                    + (position + 1)
                                    + " has the type \""
                                    + type
                                    + "\", but only code, markdown and raw are known.");
        };
    }

    private static @Nullable Integer count(JsonNode cell) {
        JsonNode count = cell.path("execution_count");
        return count.isInt() ? count.asInt() : null;
    }

    private static List<JsonNode> outputs(JsonNode cell) {
        List<JsonNode> outputs = new ArrayList<>();
        cell.path("outputs").forEach(output -> outputs.add(Lines.joinOutput(object(output))));
        return outputs;
    }

    static ObjectNode write(Notebook notebook) {
        ObjectNode tree = NODES.objectNode();
        ArrayNode cells = tree.putArray("cells");
        notebook.cells().forEach(cell -> cells.add(writeCell(cell)));
        tree.set("metadata", notebook.metadata());
        return tree.put("nbformat", 4).put("nbformat_minor", 5);
    }

    private static ObjectNode writeCell(Cell cell) {
        ObjectNode tree = NODES.objectNode().put("id", cell.id());
        tree.set("metadata", cell.metadata());
        tree.set("source", Lines.split(cell.source()));
        if (cell instanceof Cell.Code code) {
            tree.put("cell_type", "code").put("execution_count", code.executionCount());
            ArrayNode outputs = tree.putArray("outputs");
            code.outputs().forEach(output -> outputs.add(Lines.splitOutput(object(output))));
        } else if (cell instanceof Cell.Markdown markdown) {
            tree.put("cell_type", "markdown");
            attach(tree, markdown.attachments());
        } else if (cell instanceof Cell.Raw raw) {
            tree.put("cell_type", "raw");
            attach(tree, raw.attachments());
        }
        return tree;
    }

    private static void attach(ObjectNode cell, ObjectNode attachments) {
        if (!attachments.isEmpty()) {
            ObjectNode copy = attachments.deepCopy();
            copy.forEach(each -> Lines.splitIn(object(each)));
            cell.set("attachments", copy);
        }
    }

    /** The node itself if it is an object, otherwise an empty object. */
    private static ObjectNode object(JsonNode node) {
        return node instanceof ObjectNode object ? object : NODES.objectNode();
    }
}
