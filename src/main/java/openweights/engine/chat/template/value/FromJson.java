package openweights.engine.chat.template.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as values of a template. */
public final class FromJson {

    private FromJson() {}

    /**
     * Strings and keys of a message, which are foreign to the template.
     *
     * @throws TemplateException if it is nested too deeply, or a whole number has more than 64 bits
     */
    public static Value of(JsonNode json) {
        if (json.isObject()) {
            LinkedHashMap<Value, Value> entries = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry : json.properties()) {
                entries.put(Text.foreign(entry.getKey()), of(entry.getValue()));
            }
            return Dict.of(entries);
        }
        if (json.isArray()) {
            List<Value> items = new ArrayList<>();
            json.forEach(item -> items.add(of(item)));
            return Seq.list(items);
        }
        return scalar(json);
    }

    private static Value scalar(JsonNode json) {
        if (json.isTextual()) {
            return Text.foreign(json.textValue());
        }
        if (json.isBoolean()) {
            return Bool.of(json.booleanValue());
        }
        if (json.isIntegralNumber()) {
            if (!json.canConvertToLong()) {
                throw new TemplateException(
                        Fault.LIMIT, "the number " + json + " has more than 64 bits.");
            }
            return new Int(json.longValue());
        }
        return json.isNumber() ? new Real(json.doubleValue()) : None.NONE;
    }
}
