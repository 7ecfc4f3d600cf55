package openweights.base;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The one configured reader and writer of JSON, and of YAML. A key that stands twice in an object
 * and anything behind the end are refused: two readers of one file must not see different things.
 *
 * <pre>{@code
 * JsonNode config = Json.read(folder.resolve("config.json"));
 * Receipt receipt = Json.read(file, Receipt.class);
 * AtomicFile.write(file, Json.pretty(receipt));
 * }</pre>
 */
public final class Json {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

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
     * @throws JsonException if it is no JSON
     */
    public static JsonNode read(Path file) throws IOException {
        return read(file.toString(), Files.readAllBytes(file));
    }

    /**
     * Reads a file into a record; unknown keys are refused.
     *
     * @throws JsonException if it is no JSON, or does not fit
     */
    public static <T> T read(Path file, Class<T> type) throws IOException {
        return read(file.toString(), Files.readAllBytes(file), type);
    }

    /**
     * Reads bytes that came from elsewhere.
     *
     * @param name what messages call them
     * @throws JsonException if they are no JSON
     */
    public static JsonNode read(String name, byte[] bytes) {
        return read(name, bytes, JsonNode.class);
    }

    /** Reads bytes into a record. */
    public static <T> T read(String name, byte[] bytes, Class<T> type) {
        return parse(JSON, "JSON", name, bytes, type);
    }

    /** Reads text. */
    public static JsonNode readText(String name, String text) {
        return read(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads YAML text into a tree or a record. */
    public static <T> T readYaml(String name, String text, Class<T> type) {
        return parse(Yaml.MAPPER, "YAML", name, text.getBytes(StandardCharsets.UTF_8), type);
    }

    private static <T> T parse(
            ObjectMapper mapper, String form, String name, byte[] bytes, Class<T> type) {
        try {
            return mapper.readValue(bytes, type);
        } catch (JsonProcessingException e) {
            throw new JsonException(name + place(e) + ": not valid " + form + ": " + reason(e), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code :line:column}, where the parser says; of some failures it does not. */
    private static String place(JsonProcessingException failure) {
        JsonLocation location = failure.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : ":" + location.getLineNr() + ":" + location.getColumnNr();
    }

    private static String reason(JsonProcessingException failure) {
        return TerminalText.printable(failure.getOriginalMessage(), 200);
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
            throw new IllegalStateException("This value has no form in JSON.", e);
        }
    }

    /** A value as JSON in one line. */
    public static String line(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("This value has no form in JSON.", e);
        }
    }

    /** A mapper with these settings, for whoever needs a setting of their own besides. */
    public static JsonMapper.Builder mapper() {
        return JSON.rebuild();
    }
}
