package openweights.runtime.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import openweights.base.Json;
import openweights.base.JsonException;

/** A notebook as it is before anything in it was run. */
final class EmptyOutputs {

    private EmptyOutputs() {}

    /**
     * The notebook without outputs; as it is if it is none.
     *
     * @param name of its file
     */
    static String of(String name, String text) {
        try {
            JsonNode notebook = Json.readText(name, text);
            for (JsonNode cell : notebook.path("cells")) {
                if (cell instanceof ObjectNode code && code.has("outputs")) {
                    code.putArray("outputs");
                    code.putNull("execution_count");
                }
            }
            return Json.pretty(notebook) + "\n";
        } catch (JsonException e) {
            return text;
        }
    }
}
