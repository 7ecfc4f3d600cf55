package openweights.engine.token;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A thousand hard texts through each kind of tokenizer: ids and text equal those of Python's
 * tokenizers package. {@code src/test/python/tokenizers/make_fixtures.py} made the files.
 */
class ReferenceTest {

    private static final Path FIXTURES = Path.of("src/test/resources/tokenizers");

    static Stream<Path> kinds() throws IOException {
        return Files.list(FIXTURES).filter(Files::isDirectory).sorted();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void idsAndTextEqualTheReference(Path kind) throws IOException {
        Tokenizer tokenizer = Tokenizer.open(kind);
        JsonNode texts = read(FIXTURES.resolve("texts.json.gz"));
        JsonNode expected = read(kind.resolve("expected.json.gz"));
        assertEquals(1000, expected.size());
        assertAll(
                IntStream.range(0, texts.size())
                        .mapToObj(
                                i ->
                                        () ->
                                                assertEqual(
                                                        tokenizer,
                                                        texts.get(i).textValue(),
                                                        expected.get(i))));
    }

    private static void assertEqual(Tokenizer tokenizer, String text, JsonNode expected) {
        int[] ids = new JsonMapper().convertValue(expected.get("ids"), int[].class);
        assertArrayEquals(ids, tokenizer.encode(text), () -> "ids of " + text);
        assertEquals(expected.get("text").textValue(), tokenizer.decode(ids, false));
        assertEquals("", TokenizerPeer.fault(tokenizer, text, ids), text);
    }

    private static JsonNode read(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new JsonMapper().readTree(in);
        }
    }
}
