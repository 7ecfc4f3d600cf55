package openweights.engine.token.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A JSON object inside a tokenizer file, which knows its place there. In {@code {"type": "Strip",
 * "left": true}} at {@code /normalizer}, {@code flag("left", false)} is true and {@code
 * text("right")} complains about {@code /normalizer/right}.
 *
 * @param path a JSON pointer, such as {@code /normalizer/normalizers/0}; empty for the whole file
 */
public record Part(Path file, String path, JsonNode node) {

    /** The child of that name, if it is there and not null. */
    public Optional<Part> find(String key) {
        return Optional.ofNullable(node.get(key))
                .filter(child -> !child.isNull())
                .map(child -> new Part(file, path + "/" + key, child));
    }

    public Part child(String key) {
        return find(key).orElseThrow(() -> wrong("\"" + key + "\" is missing."));
    }

    public List<Part> list(String key) {
        Part array = child(key);
        if (!array.node.isArray()) {
            throw array.expected("an array");
        }
        List<Part> elements = new ArrayList<>();
        for (JsonNode element : array.node) {
            elements.add(new Part(file, array.path + "/" + elements.size(), element));
        }
        return elements;
    }

    public String text(String key) {
        return child(key).text();
    }

    /** This part itself, which must be a string. */
    public String text() {
        if (!node.isTextual()) {
            throw expected("a string");
        }
        return node.textValue();
    }

    public int codePoint(String key) {
        String text = text(key);
        if (text.isEmpty() || text.codePointCount(0, text.length()) != 1) {
            throw child(key).expected("a single character");
        }
        return text.codePointAt(0);
    }

    public int number(String key) {
        Part child = child(key);
        if (!child.node.isIntegralNumber() || !child.node.canConvertToInt()) {
            throw child.expected("a whole number");
        }
        return child.node.intValue();
    }

    public boolean flag(String key, boolean otherwise) {
        return find(key).map(Part::flag).orElse(otherwise);
    }

    private boolean flag() {
        if (!node.isBoolean()) {
            throw expected("true or false");
        }
        return node.booleanValue();
    }

    /** Makes what {@code "type"} names; a type that is not in the table is refused by name. */
    public <T> T build(String kind, Map<String, Function<Part, T>> known) {
        String type = text("type");
        Function<Part, T> maker = known.get(type);
        if (maker == null) {
            throw wrong(
                    "the "
                            + kind
                            + " \""
                            + type
                            + "\" is not known here. Known: "
                            + String.join(", ", known.keySet().stream().sorted().toList())
                            + ".");
        }
        return maker.apply(this);
    }

    public TokenizerException expected(String what) {
        String found = node.toString();
        String shown = found.length() <= 60 ? found : found.substring(0, 60) + "...";
        return wrong("expected " + what + ", found " + shown + ".");
    }

    /** A complaint about this part. */
    public TokenizerException wrong(String problem) {
        return new TokenizerException(file + ": " + (path.isEmpty() ? "/" : path) + ": " + problem);
    }
}
