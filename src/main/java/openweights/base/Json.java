package openweights.base;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The one configured reader and writer of JSON, and reader of YAML. It refuses text that is not
 * UTF-8, a key that occurs twice in an object and anything after the end: two readers of one file
 * must not see different things.
 *
 * <pre>{@code
 * JsonNode config = Json.read(folder.resolve("config.json"));
 * Receipt receipt = Json.read(file, Receipt.class);
 * AtomicFile.write(file, Json.pretty(receipt));
 * }</pre>
 */
public final class Json {

    private static final int MAX_REASON = 200;

    /** Says nothing to a reader: the text that it would quote is not shown. */
    private static final String START_MARKER = " \\(start marker at .*\\)$";

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /**
     * Takes what Python's json module takes: a key twice, of which the last one counts, and NaN.
     */
    private static final JsonMapper AS_PYTHON =
            JsonMapper.builder()
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static final JsonMapper WITH_NAN =
            JSON.rebuild().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    private static final JsonMapper SNAKE_CASE =
            JSON.rebuild().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

    /** Jackson's own would break lines as the system does. */
    private static final PrettyPrinter PRETTY =
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

    /** YAML's classes are loaded when the first YAML file is read. */
    private static final class Yaml {
        static final YAMLMapper MAPPER =
                YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    }

    private Json() {}

    /**
     * Reads a file.
     *
     * @throws JsonException if it is not valid JSON
     */
    public static JsonNode read(Path file) throws IOException {
        return read(file.toString(), Files.readAllBytes(file));
    }

    /**
     * Reads a file into a record; unknown keys are refused.
     *
     * @throws JsonException if it is not valid JSON, or does not fit the record
     */
    public static <T> T read(Path file, Class<T> type) throws IOException {
        return read(file.toString(), Files.readAllBytes(file), type);
    }

    /**
     * Reads bytes that came from elsewhere.
     *
     * @param name what messages call them
     * @throws JsonException if they are not valid JSON
     */
    public static JsonNode read(String name, byte[] bytes) {
        return read(name, bytes, JsonNode.class);
    }

    /**
     * Reads bytes into a record; unknown keys are refused.
     *
     * @param name what messages call them
     * @throws JsonException if they are not valid JSON, or do not fit the record
     */
    public static <T> T read(String name, byte[] bytes, Class<T> type) {
        return parse(JSON, "JSON", name, utf8(name, bytes), type);
    }

    /**
     * Reads bytes as Python does, which takes more than JSON allows. For files that Python programs
     * write and people edit, such as config.json.
     *
     * @param name what messages call them
     * @param warn is told what strict JSON does not allow
     * @throws JsonException if Python could not read them either
     */
    public static JsonNode readAsPython(String name, byte[] bytes, Consumer<String> warn) {
        try {
            return read(name, bytes);
        } catch (JsonException strict) {
            JsonNode node = parse(AS_PYTHON, "JSON", name, utf8(name, bytes), JsonNode.class);
            warn.accept(strict.getMessage() + " Read as Python reads it.");
            return node;
        }
    }

    /** A value as a tree. */
    public static JsonNode tree(Object value) {
        return JSON.valueToTree(value);
    }

    /**
     * Reads text.
     *
     * @param name what messages call it
     * @throws JsonException if it is not valid JSON
     */
    public static JsonNode readText(String name, String text) {
        return parse(JSON, "JSON", name, text, JsonNode.class);
    }

    /**
     * Reads text that may have NaN, Infinity, and -Infinity as numbers, which JSON does not know
     * but Python's json module writes.
     *
     * @param name what messages call it
     * @throws JsonException if it is not valid JSON otherwise
     */
    public static JsonNode readTextWithNaN(String name, String text) {
        return parse(WITH_NAN, "JSON", name, text, JsonNode.class);
    }

    /**
     * Reads YAML text into a tree or a record.
     *
     * @param name what messages call it
     * @throws JsonException if it is not valid YAML, or does not fit the record
     */
    public static <T> T readYaml(String name, String text, Class<T> type) {
        return parse(Yaml.MAPPER, "YAML", name, text, type);
    }

    private static <T> T parse(
            ObjectMapper mapper, String format, String name, String text, Class<T> type) {
        try {
            T value = mapper.readValue(text, type);
            if (value == null) {
                String reason = "holds null instead of a value.";
                throw new JsonException(name + ": " + reason, 1, reason, null);
            }
            return value;
        } catch (JsonProcessingException e) {
            throw invalid(format, name, e);
        }
    }

    /**
     * What to throw if a streaming parser fails: the same message as from here.
     *
     * @param name what the message calls the text
     */
    public static JsonException invalid(String name, JsonProcessingException failure) {
        return invalid("JSON", name, failure);
    }

    private static JsonException invalid(
            String format, String name, JsonProcessingException failure) {
        JsonLocation location = failure.getLocation();
        int line = location == null ? 1 : Math.max(1, location.getLineNr());
        String message = name + place(failure) + ": not valid " + format + ": " + reason(failure);
        return new JsonException(message, line, reason(failure), failure);
    }

    /** Jackson itself would guess at UTF-16 and UTF-32, which other readers refuse. */
    private static String utf8(String name, byte[] bytes) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            boolean byteOrderMark = text.startsWith("\uFEFF");
            return byteOrderMark ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            String reason = "the text is not UTF-8.";
            throw new JsonException(name + ": not valid JSON: " + reason, 1, reason, e);
        }
    }

    /** {@code :line:column} where the parser knows it, which is not so for every failure. */
    private static String place(JsonProcessingException failure) {
        JsonLocation location = failure.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : ":" + location.getLineNr() + ":" + location.getColumnNr();
    }

    private static String reason(JsonProcessingException failure) {
        if (failure instanceof StreamConstraintsException) {
            return "it is nested too deeply, or a name or a number in it is too long.";
        }
        String message = failure.getOriginalMessage().replaceFirst(START_MARKER, "");
        return TerminalText.printable(message, MAX_REASON);
    }

    /** A value as JSON with line breaks, the same on every system, without one at its end. */
    public static String pretty(Object value) {
        return pretty(JSON, value);
    }

    /** The same, with the components of records as keys in snake case. */
    public static String prettySnakeCase(Object value) {
        return pretty(SNAKE_CASE, value);
    }

    private static String pretty(JsonMapper mapper, Object value) {
        try {
            return mapper.writer(PRETTY).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("This value cannot be written as JSON.", e);
        }
    }

    /** A value as JSON on one line. */
    public static String line(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("This value cannot be written as JSON.", e);
        }
    }

    /** A builder with these settings, for formats that need further ones. */
    public static JsonMapper.Builder mapper() {
        return JSON.rebuild();
    }
}
