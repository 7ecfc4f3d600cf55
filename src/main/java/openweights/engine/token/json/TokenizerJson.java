package openweights.engine.token.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import openweights.base.Json;
import openweights.base.TerminalText;

/**
 * A {@code tokenizer.json} in memory. Its two long lists are streamed into collections; the rest, a
 * few kilobytes, is kept as a tree.
 *
 * @param root the file without the vocabulary and the merges
 * @param vocabulary tokens and their ids, in the file's order
 * @param merges the pairs to merge
 * @param rank the rank of the merge at each index: lower ones come first, and the leftmost of
 *     equals
 */
public record TokenizerJson(
        Part root, Map<String, Integer> vocabulary, List<Merge> merges, IntUnaryOperator rank) {

    /** Far above any released tokenizer: the largest known ones have about 35 MB. */
    private static final long MAX_BYTES = 256L << 20;

    private static final String POINTER = "version https://git-lfs";

    /** Not {@link Json}: only this setting suits a parser that reads a part at a time. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /** Two adjacent tokens that become one. */
    public record Merge(String left, String right) {}

    /**
     * Reads {@code file}; checks its form, not its meaning.
     *
     * @throws TokenizerException if it is missing, too large or damaged
     */
    public static TokenizerJson read(Path file) {
        requireReasonableSize(file);
        try (JsonParser parser = JSON.createParser(file.toFile())) {
            return new Reader(file, parser).read();
        } catch (JsonProcessingException e) {
            requireContent(file);
            throw new TokenizerException(
                    Json.invalid(file.toString(), e).getMessage()
                            + ". The file is probably damaged or cut off: compare it with its source.",
                    e);
        } catch (IOException e) {
            throw new TokenizerException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** A clone of a repository without Git LFS has short texts in place of its large files. */
    private static void requireContent(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(POINTER.length());
            if (POINTER.equals(new String(start, StandardCharsets.UTF_8))) {
                throw new TokenizerException(
                        file
                                + ": is only a pointer of Git LFS; the file itself was not downloaded. Run git lfs pull in its folder, or fetch the file again.");
            }
        } catch (IOException e) {
            throw new TokenizerException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static String advice(Path file) {
        for (String other : List.of("tokenizer.model", "vocab.json", "spiece.model")) {
            if (Files.exists(file.resolveSibling(other))) {
                return "There is a "
                        + other
                        + ", an older form. In Python, transformers' AutoTokenizer.from_pretrained and save_pretrained write tokenizer.json from it.";
            }
        }
        return "Name a tokenizer.json or its folder.";
    }

    private static void requireReasonableSize(Path file) {
        try {
            long size = Files.size(file);
            if (size > MAX_BYTES) {
                throw new TokenizerException(
                        file
                                + ": has "
                                + size
                                + " bytes; a tokenizer file has at most "
                                + MAX_BYTES
                                + ". Is it another kind of file?");
            }
        } catch (NoSuchFileException e) {
            throw new TokenizerException(file + ": there is no such file. " + advice(file), e);
        } catch (IOException e) {
            throw new TokenizerException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** One pass over the file. */
    private static final class Reader {
        private final Path file;
        private final JsonParser parser;
        private final Map<String, Integer> vocabulary = new LinkedHashMap<>();
        private final List<Merge> merges = new ArrayList<>();

        Reader(Path file, JsonParser parser) {
            this.file = file;
            this.parser = parser;
        }

        TokenizerJson read() throws IOException {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw wrong("expected a JSON object.");
            }
            ObjectNode root = object(true);
            if (parser.nextToken() != null) {
                throw wrong("more text follows after the end of the JSON object.");
            }
            return new TokenizerJson(
                    new Part(file, "", root), vocabulary, merges, IntUnaryOperator.identity());
        }

        /** Reads the object that just began; at the top, {@code model} is read piece by piece. */
        private ObjectNode object(boolean top) throws IOException {
            ObjectNode node = JSON.createObjectNode();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                JsonToken value = parser.nextToken();
                if (top && key.equals("model") && value == JsonToken.START_OBJECT) {
                    node.set(key, object(false));
                } else if (!top && key.equals("vocab") && value == JsonToken.START_OBJECT) {
                    readVocabulary();
                    node.put(key, vocabulary.size());
                } else if (!top && key.equals("merges") && value == JsonToken.START_ARRAY) {
                    readMerges();
                    node.put(key, merges.size());
                } else {
                    node.set(key, JSON.<JsonNode>readTree(parser));
                }
            }
            return node;
        }

        private void readVocabulary() throws IOException {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String token = parser.currentName();
                if (parser.nextToken() != JsonToken.VALUE_NUMBER_INT
                        || parser.getNumberType() != JsonParser.NumberType.INT
                        || parser.getIntValue() < 0) {
                    throw wrong(
                            "the id of a token must be a whole number from 0 to 2147483647, found "
                                    + parser.getText()
                                    + ".");
                }
                vocabulary.put(token, parser.getIntValue());
            }
        }

        private void readMerges() throws IOException {
            JsonToken first = null;
            for (JsonToken token = parser.nextToken();
                    token != JsonToken.END_ARRAY;
                    token = parser.nextToken()) {
                first = first == null ? token : first;
                if (token != first) {
                    throw wrong("merges must be all strings or all pairs, not mixed.");
                }
                readMerge(token);
            }
        }

        private void readMerge(JsonToken token) throws IOException {
            if (token == JsonToken.VALUE_STRING) {
                addMergeLine(parser.getText());
            } else if (token == JsonToken.START_ARRAY) {
                String left = parser.nextTextValue();
                String right = left == null ? null : parser.nextTextValue();
                if (right == null || parser.nextToken() != JsonToken.END_ARRAY) {
                    throw wrong("a merge must be two strings, such as [\"a\", \"b\"].");
                }
                merges.add(new Merge(left, right));
            } else {
                throw wrong("a merge must be a string \"a b\" or a pair [\"a\", \"b\"].");
            }
        }

        private void addMergeLine(String line) throws IOException {
            if (line.startsWith("#version")) {
                return;
            }
            int space = line.indexOf(' ');
            if (space < 0 || line.indexOf(' ', space + 1) >= 0) {
                throw wrong(
                        "the merge \"" + line + "\" must have two parts with one space between.");
            }
            merges.add(new Merge(line.substring(0, space), line.substring(space + 1)));
        }

        private TokenizerException wrong(String problem) {
            String path = parser.getParsingContext().pathAsPointer().toString();
            return new TokenizerException(
                    file
                            + ": "
                            + TerminalText.printable(
                                    (path.isEmpty() ? "/" : path) + ": " + problem));
        }
    }
}
