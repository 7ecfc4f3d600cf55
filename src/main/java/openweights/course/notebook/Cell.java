package openweights.course.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a notebook.
 *
 * <p>Multi-line text is one string here, also in outputs; only the file splits it into lines.
 */
public sealed interface Cell {

    /** 1 to 64 letters, digits, {@code -} or {@code _}; unique in the notebook. */
    String id();

    ObjectNode metadata();

    String source();

    /** Whether the cell's metadata contains the tag. */
    default boolean tagged(String tag) {
        for (JsonNode each : metadata().path("tags")) {
            if (each.asText().equals(tag)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Markdown text.
     *
     * @param attachments pictures pasted into the cell, by name; empty if none
     */
    record Markdown(String id, ObjectNode metadata, String source, ObjectNode attachments)
            implements Cell {}

    /**
     * Code with its outputs.
     *
     * @param executionCount null before the first run
     * @param outputs as in nbformat's schema: stream, display_data, execute_result, error
     */
    record Code(
            String id,
            ObjectNode metadata,
            String source,
            @Nullable Integer executionCount,
            List<JsonNode> outputs)
            implements Cell {

        public Code {
            outputs = List.copyOf(outputs);
        }

        /** The same cell after a run. */
        public Code ran(@Nullable Integer count, List<JsonNode> shown) {
            return new Code(id, metadata, source, count, shown);
        }
    }

    /** Text that Jupyter passes through unchanged. */
    record Raw(String id, ObjectNode metadata, String source, ObjectNode attachments)
            implements Cell {}
}
