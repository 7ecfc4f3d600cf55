package openweights.course.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as notebook files store it: a list of lines, each with its line ending.
 *
 * <p>The rules are those of nbformat's {@code split_lines} and {@code rejoin_lines}. Python knows
 * more line endings than Java.
 */
final class Lines {

    private static final Pattern LINE =
            Pattern.compile(
                    "[^\\n\\r\\x0b\\f\\x1c-\\x1e\\x85\\u2028\\u2029]*"
                            + "(?:\\r\\n|[\\n\\r\\x0b\\f\\x1c-\\x1e\\x85\\u2028\\u2029]|(?<=.)\\z)",
                    Pattern.DOTALL);

    private Lines() {}

    static ArrayNode split(String text) {
        ArrayNode lines = JsonNodeFactory.instance.arrayNode();
        Matcher line = LINE.matcher(text);
        while (line.find() && !line.group().isEmpty()) {
            lines.add(line.group());
        }
        return lines;
    }

    /** The text of a JSON string or list of strings. */
    static String join(JsonNode text) {
        if (!text.isArray()) {
            return text.asText("");
        }
        StringBuilder joined = new StringBuilder();
        text.forEach(line -> joined.append(line.asText()));
        return joined.toString();
    }

    /** A copy of an output with each text as one string. */
    static ObjectNode joinOutput(ObjectNode output) {
        ObjectNode copy = output.deepCopy();
        if (copy.get("text") != null) {
            copy.put("text", join(copy.get("text")));
        }
        if (copy.get("data") instanceof ObjectNode data) {
            joinIn(data);
        }
        return copy;
    }

    /** A copy of an output with each text as a list of lines. */
    static ObjectNode splitOutput(ObjectNode output) {
        ObjectNode copy = output.deepCopy();
        if (copy.path("text").isTextual()) {
            copy.set("text", split(copy.get("text").asText()));
        }
        if (copy.get("data") instanceof ObjectNode data) {
            splitIn(data);
        }
        return copy;
    }

    static void joinIn(ObjectNode bundle) {
        replace(bundle, value -> value.isArray() ? TextNode.valueOf(join(value)) : value);
    }

    static void splitIn(ObjectNode bundle) {
        replace(bundle, value -> value.isTextual() ? split(value.asText()) : value);
    }

    private static void replace(ObjectNode bundle, UnaryOperator<JsonNode> change) {
        for (Map.Entry<String, JsonNode> entry : bundle.properties()) {
            if (keptInLines(entry.getKey())) {
                entry.setValue(change.apply(entry.getValue()));
            }
        }
    }

    private static boolean keptInLines(String mime) {
        return mime.startsWith("text/")
                || mime.equals("image/svg+xml")
                || mime.equals("application/javascript");
    }
}
