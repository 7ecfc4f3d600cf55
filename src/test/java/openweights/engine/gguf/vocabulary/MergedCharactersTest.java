package openweights.engine.gguf.vocabulary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import openweights.engine.gguf.Gguf;
import openweights.engine.gguf.GgufException;
import openweights.engine.gguf.GgufWriter;
import openweights.engine.gguf.Metadata;
import openweights.engine.token.Tokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Gemma 4's tokenizer as llama.cpp's converter writes it ({@code
 * src/test/python/tokenizers/make_gguf.py}), and as Ollama's does, gives the ids of Python's
 * tokenizers.
 */
class MergedCharactersTest {

    private static final Path FILE = Path.of("src/test/resources/tokenizers/gemma4.gguf");
    private static final Path TOKENIZERS = Path.of("src/test/resources/tokenizers");

    @TempDir private Path folder;

    @Test
    void idsAndTextsAreThoseOfTheReference() throws IOException {
        requireReference(Tokenizer.open(FILE));
    }

    /** The kind is called Llama's, and a token's score is its id. */
    @Test
    void ollamaCallsTheKindAnother() throws IOException {
        Map<String, Object> theirs = new HashMap<>();
        theirs.put("tokenizer.ggml.model", "llama");
        theirs.put("tokenizer.ggml.pre", "gemma4");
        theirs.put("tokenizer.ggml.add_space_prefix", null);
        requireReference(Tokenizer.open(changed(theirs)));
    }

    @Test
    void aTextBeginsWithASpecialTokenWhateverTheFileSays() throws IOException {
        int[] expected = Tokenizer.open(FILE).encode("a dog");
        Tokenizer found = Tokenizer.open(changed(Map.of("tokenizer.ggml.add_bos_token", false)));
        assertArrayEquals(expected, found.encode("a dog"));
        assertEquals("<bos>", found.tokenOf(expected[0]).orElseThrow());
    }

    /** llama.cpp opens files with several, and names each by its number. */
    @Test
    void tokensWithoutATextGetOne() throws IOException {
        Metadata original = Gguf.open(FILE).metadata();
        List<String> texts = new ArrayList<>(original.texts("tokenizer.ggml.tokens").orElseThrow());
        List<Long> types = original.counts("tokenizer.ggml.token_type").orElseThrow();
        texts.addAll(List.of("", ""));
        List<Integer> more = new ArrayList<>(types.stream().map(Long::intValue).toList());
        more.addAll(List.of(1, 3));
        Path file =
                changed(Map.of("tokenizer.ggml.tokens", texts, "tokenizer.ggml.token_type", more));
        Tokenizer tokenizer = Tokenizer.open(file);
        requireReference(tokenizer);
        int last = texts.size() - 1;
        assertEquals("[EMPTY_" + last + "]", tokenizer.tokenOf(last).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 7, 99})
    void aTypeThatThereIsNotIsRefused(int type) throws IOException {
        List<String> texts =
                Gguf.open(FILE).metadata().texts("tokenizer.ggml.tokens").orElseThrow();
        Path file =
                changed(
                        Map.of(
                                "tokenizer.ggml.token_type",
                                Collections.nCopies(texts.size(), type)));
        GgufException refusal = assertThrows(GgufException.class, () -> Tokenizer.open(file));
        String said = String.valueOf(refusal.getMessage());
        assertTrue(said.startsWith(file + ": \"tokenizer.ggml.token_type\" is ["), said);
        assertTrue(said.contains("expected types from 0 to 6"), said);
    }

    private static void requireReference(Tokenizer tokenizer) throws IOException {
        JsonNode texts = read(TOKENIZERS.resolve("texts.json.gz"));
        JsonNode expected = read(TOKENIZERS.resolve("gemma4/expected.json.gz"));
        assertEquals(1000, texts.size());
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i).textValue();
            int[] ids = new JsonMapper().convertValue(expected.get(i).get("ids"), int[].class);
            assertArrayEquals(ids, tokenizer.encode(text), () -> "ids of " + text);
            assertEquals(expected.get(i).get("text").textValue(), tokenizer.decode(ids, false));
        }
    }

    private static JsonNode read(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new JsonMapper().readTree(in);
        }
    }

    private Path changed(Map<String, Object> changes) throws IOException {
        Map<String, Object> keys = new HashMap<>(Gguf.open(FILE).metadata().values());
        keys.putAll(changes);
        keys.values().removeIf(Objects::isNull);
        GgufWriter writer = new GgufWriter();
        keys.forEach(writer::put);
        Path file = folder.resolve("changed.gguf");
        writer.write(file);
        return file;
    }
}
