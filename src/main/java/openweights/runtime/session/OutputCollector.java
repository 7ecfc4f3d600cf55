package openweights.runtime.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the messages that a kernel publishes for a cell into the outputs that JupyterLab would
 * save: consecutive pieces of a stream are joined, updates are made in place, and cleared outputs
 * are removed.
 */
final class OutputCollector {

    /** The outputs of the whole session that can be updated, by display id. */
    static final class Displays {
        private final Map<String, List<ObjectNode>> byId = new HashMap<>();

        private void remember(JsonNode content, ObjectNode output) {
            String id = content.at("/transient/display_id").asText();
            if (!id.isEmpty()) {
                byId.computeIfAbsent(id, any -> new ArrayList<>()).add(output);
            }
        }

        private void update(JsonNode content) {
            String id = content.at("/transient/display_id").asText();
            for (ObjectNode output : byId.getOrDefault(id, List.of())) {
                output.set("data", content.path("data"));
                output.set("metadata", content.path("metadata"));
            }
        }
    }

    private final Displays displays;
    private final ArrayNode outputs = JsonNodeFactory.instance.arrayNode();
    private TerminalScreen terminal = new TerminalScreen();
    private boolean clearBeforeNext;

    OutputCollector(Displays displays) {
        this.displays = displays;
    }

    ArrayNode toJson() {
        return outputs;
    }

    /**
     * Handles a published message; types that produce no output are ignored.
     *
     * @param type the message's type, such as {@code stream}
     */
    void publish(String type, JsonNode content) {
        switch (type) {
            case "stream" -> stream(content);
            case "display_data" -> displays.remember(content, add(type, content, "data"));
            case "execute_result" -> result(content);
            case "update_display_data" -> displays.update(content);
            case "error" -> error(content);
            case "clear_output" -> clear(content.path("wait").asBoolean());
            default -> {}
        }
    }

    private void stream(JsonNode content) {
        clearIfAsked();
        String name = content.path("name").asText();
        JsonNode last = outputs.path(outputs.size() - 1);
        if (!last.path("name").asText().equals(name)) {
            terminal = new TerminalScreen();
            outputs.addObject().put("output_type", "stream").put("name", name);
        }
        terminal.write(content.path("text").asText());
        ((ObjectNode) outputs.get(outputs.size() - 1)).put("text", terminal.toString());
    }

    private void result(JsonNode content) {
        ObjectNode output = add("execute_result", content, "data");
        output.set("execution_count", content.path("execution_count"));
        displays.remember(content, output);
    }

    private ObjectNode add(String type, JsonNode content, String field) {
        clearIfAsked();
        ObjectNode output = outputs.addObject().put("output_type", type);
        output.set(field, content.path(field));
        JsonNode metadata = content.path("metadata");
        output.set("metadata", metadata.isObject() ? metadata : outputs.objectNode());
        return output;
    }

    private void error(JsonNode content) {
        clearIfAsked();
        ObjectNode output = outputs.addObject().put("output_type", "error");
        for (String field : List.of("ename", "evalue", "traceback")) {
            output.set(field, content.path(field));
        }
    }

    private void clear(boolean wait) {
        clearBeforeNext = true;
        if (!wait) {
            clearIfAsked();
        }
    }

    private void clearIfAsked() {
        if (clearBeforeNext) {
            outputs.removeAll();
            clearBeforeNext = false;
        }
    }
}
