package openweights.engine.token.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import openweights.base.TerminalText;

/**
 * A JSON value inside a tokenizer file, which knows its place there. In {@code {"type": "Strip",
 * "left": true}} at {@code /normalizer}, {@code flag("left", false)} is true and {@code
 * text("right")} fails with a message about {@code /normalizer/right}.
 *
 * @param path a JSON pointer, such as {@code /normalizer/normalizers/0}; empty for the whole file
 */
public record Part(Path file, String path, JsonNode node) {

    /** The child of this name, if it is present and not null. */
    public Optional<Part> find(String key) {
        return Optional.ofNullable(node.get(key))
                .filter(child -> !child.isNull())
                .map(child -> new Part(file, path + "/" + key, child));
    }

    /**
     * A required child.
     *
     * @throws TokenizerException if it is missing
     */
    public Part child(String key) {
        return find(key).orElseThrow(() -> wrong("\"" + key + "\" is missing."));
    }

    /** The elements of a required array. */
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

    /** A required string. */
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

    /** A required string of one character. */
    public int codePoint(String key) {
        String text = text(key);
        if (text.isEmpty() || text.codePointCount(0, text.length()) != 1) {
            throw child(key).expected("a single character");
        }
        return text.codePointAt(0);
    }

    /** A required whole number. */
    public int number(String key) {
        Part child = child(key);
        if (!child.node.isIntegralNumber() || !child.node.canConvertToInt()) {
            throw child.expected("a whole number");
        }
        return child.node.intValue();
    }

    /** True or false; {@code otherwise} if the key is missing. */
    public boolean flag(String key, boolean otherwise) {
        return find(key).map(Part::flag).orElse(otherwise);
    }

    private boolean flag() {
        if (!node.isBoolean()) {
            throw expected("true or false");
        }
        return node.booleanValue();
    }

    /** Creates what {@code "type"} names; a type that is not in the table is refused. */
    public <T> T build(String kind, Map<String, Function<Part, T>> known) {
        String type = text("type");
        Function<Part, T> maker = known.get(type);
        if (maker == null) {
            throw wrong(
                    "the "
                            + kind
                            + " \""
                            + type
                            + "\" is not supported. Supported: "
                            + String.join(", ", known.keySet().stream().sorted().toList())
                            + ".");
        }
        return maker.apply(this);
    }

    /** The exception for a value that is not what was expected. */
    public TokenizerException expected(String what) {
        String shown = TerminalText.printable(node.toString(), 60);
        return wrong("expected " + what + ", found " + shown + ".");
    }

    /** The exception for a problem with this part. */
    public TokenizerException wrong(String problem) {
        return new TokenizerException(
                file
                        + ": "
                        + (path.isEmpty() ? "/" : path)
                        + ": "
                        + TerminalText.printable(problem));
    }
}
