package openweights.engine.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import openweights.base.AtomicFile;
import openweights.base.Json;

/**
 * The index of a sharded model: which tensor is in which file. The reader is a parser of its own,
 * as it reports each fault with its byte.
 *
 * @param file the index itself
 * @param files name of a tensor to name of the file that holds it
 */
record ShardIndex(Path file, Map<String, String> files) {

    /** The standard name of an index. */
    static final String NAME = "model.safetensors.index.json";

    /** An index has one line per tensor; a larger file is not an index. */
    private static final long MAX_BYTES = 100_000_000;

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    static ShardIndex read(Path file) throws IOException {
        if (FileStamp.of(file).size() > MAX_BYTES) {
            throw malformed(file, 0, "the index is larger than " + MAX_BYTES + " bytes");
        }
        try (JsonParser parser = JSON.createParser(Files.readAllBytes(file))) {
            return new ShardIndex(file, files(file, parser));
        } catch (JsonProcessingException e) {
            long at = e.getLocation() == null ? 0 : e.getLocation().getByteOffset();
            throw malformed(
                    file,
                    at,
                    "the index is not JSON: " + WeightsException.printable(e.getOriginalMessage()));
        }
    }

    /**
     * @param totalSize bytes of all tensors together
     */
    void write(long totalSize) throws IOException {
        Map<String, Object> index = new LinkedHashMap<>();
        index.put("metadata", Map.of("total_size", totalSize));
        index.put("weight_map", files);
        AtomicFile.write(file, Json.pretty(index));
    }

    private static Map<String, String> files(Path file, JsonParser parser) throws IOException {
        Map<String, String> files = null;
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw malformed(file, 0, "the index is not an object");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            if (field.equals("weight_map")) {
                files = weightMap(file, parser);
            } else {
                parser.skipChildren();
            }
        }
        if (files == null) {
            throw malformed(file, 0, "the index has no weight_map");
        }
        return files;
    }

    private static Map<String, String> weightMap(Path file, JsonParser parser) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw malformed(file, at(parser), "weight_map is not an object");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String tensor = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_STRING) {
                throw malformed(
                        file,
                        at(parser),
                        "weight_map names no file for " + WeightsException.quoted(tensor));
            }
            files.put(tensor, plainName(file, tensor, parser));
        }
        return files;
    }

    /** A shard is next to its index; a path could name any file on the reader's machine. */
    private static String plainName(Path file, String tensor, JsonParser parser)
            throws IOException {
        String name = parser.getText();
        boolean plain = name.matches("[^/\\\\:\\x00-\\x1f]+") && !name.matches("\\.+");
        if (!plain) {
            throw new SafetensorsException(
                    Fault.INDEX_LEAVES_FOLDER,
                    file,
                    tensor,
                    at(parser),
                    "should be in "
                            + WeightsException.quoted(name)
                            + ", which is not a plain file name");
        }
        return name;
    }

    private static long at(JsonParser parser) {
        return parser.currentTokenLocation().getByteOffset();
    }

    private static SafetensorsException malformed(Path file, long at, String found) {
        return new SafetensorsException(
                Fault.INDEX_MALFORMED, file, null, Math.max(at, 0), found + " (byte " + at + ")");
    }
}
