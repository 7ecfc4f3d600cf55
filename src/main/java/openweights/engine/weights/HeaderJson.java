package openweights.engine.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parses a header's JSON token by token, and so reports each fault with its byte. Memory is bounded
 * by the size of the text. Whether the tensors fit the file is checked by {@link Layout}.
 */
final class HeaderJson {

    static final String METADATA = "__metadata__";
    static final int MAX_TENSORS = 1 << 18;
    static final int MAX_NAME_CHARS = 4096;
    private static final int MAX_DEPTH = 64;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_DEPTH)
                                    .maxStringLength(HeaderReader.MAX_HEADER_BYTES)
                                    .maxNameLength(HeaderReader.MAX_HEADER_BYTES)
                                    .build())
                    .build();

    private final HeaderText text;
    private final List<TensorInfo> tensors = new ArrayList<>();
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private @Nullable String tensor;

    private HeaderJson(HeaderText text) {
        this.text = text;
    }

    /**
     * @param bytes the header without its length, and nothing else in the array behind it
     */
    @SuppressWarnings("ByteBufferBackingArray")
    static HeaderJson parse(Path file, ByteBuffer bytes) throws IOException {
        HeaderText text = new HeaderText(file, bytes.array());
        text.check();
        HeaderJson header = new HeaderJson(text);
        try (JsonParser parser = JSON.createParser(text.bytes())) {
            header.object(parser);
        } catch (StreamConstraintsException beyond) {
            throw header.fault(
                    Fault.HEADER_TOO_DEEP,
                    at(beyond),
                    "the header is not a plain list of tensors: " + beyond.getOriginalMessage());
        } catch (JsonProcessingException malformed) {
            throw header.malformed(malformed);
        }
        return header;
    }

    int length() {
        return text.bytes().length;
    }

    List<TensorInfo> tensors() {
        return tensors;
    }

    Map<String, String> metadata() {
        return metadata;
    }

    private void object(JsonParser parser) throws IOException {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals(METADATA)) {
                readMetadata(parser);
            } else {
                tensor = checkedName(name, parser);
                tensors.add(new EntryReader(parser, this, name).read());
                tensor = null;
            }
        }
        text.checkSpaces((int) parser.currentLocation().getByteOffset());
    }

    private String checkedName(String name, JsonParser parser) {
        if (tensors.size() == MAX_TENSORS) {
            throw fault(
                    Fault.TOO_MANY_TENSORS,
                    at(parser),
                    "the header has more than " + MAX_TENSORS + " tensors");
        }
        if (name.length() > MAX_NAME_CHARS) {
            throw fault(
                    Fault.NAME_TOO_LONG,
                    at(parser),
                    "a tensor's name has "
                            + name.length()
                            + " characters, beyond the limit of "
                            + MAX_NAME_CHARS);
        }
        requireWhole(name, parser);
        return name;
    }

    private void requireWhole(String text, JsonParser parser) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw fault(
                    Fault.HEADER_NOT_JSON,
                    at(parser),
                    "the text "
                            + WeightsException.quoted(text)
                            + " contains half of a surrogate pair");
        }
    }

    private void readMetadata(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw fault(Fault.METADATA_NOT_TEXT, at(parser), METADATA + " is not an object");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_STRING) {
                throw fault(
                        Fault.METADATA_NOT_TEXT,
                        at(parser),
                        METADATA
                                + " gives "
                                + WeightsException.quoted(key)
                                + " a value that is not a string");
            }
            requireWhole(key, parser);
            requireWhole(parser.getText(), parser);
            metadata.put(key, parser.getText());
        }
    }

    private SafetensorsException malformed(JsonProcessingException cause) {
        String reason = cause.getOriginalMessage();
        String shown = WeightsException.printable(reason);
        return reason.startsWith("Duplicate field")
                ? fault(Fault.DUPLICATE_KEY, at(cause), "the header names a key twice: " + shown)
                : fault(Fault.HEADER_NOT_JSON, at(cause), "the header is not JSON: " + shown);
    }

    /**
     * @param at bytes from the start of the header
     */
    SafetensorsException fault(Fault fault, long at, String found) {
        return text.fault(fault, tensor, at, found);
    }

    static long at(JsonParser parser) {
        return parser.currentTokenLocation().getByteOffset();
    }

    private static long at(JsonProcessingException cause) {
        return cause.getLocation() == null ? 0 : cause.getLocation().getByteOffset();
    }
}
