package openweights.engine.token;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tokenizer of a small released model by another author. */
class Stories260KTest {

    private static final Path MODEL = Path.of("src/test/resources/models/stories260K");

    private Tokenizer tokenizer;
    private JsonNode expected;

    @BeforeEach
    void open() throws IOException {
        tokenizer = Tokenizer.open(MODEL);
        expected = new ObjectMapper().readTree(MODEL.resolve("expected.json").toFile());
    }

    @Test
    void encodesAPrompt() {
        assertArrayEquals(new int[] {1, 403, 407, 261, 378}, tokenizer.encode("Once upon a time"));
    }

    @Test
    void decodesGeneratedTextAndEncodesItAgain() {
        int[] ids =
                IntStream.range(0, expected.get("greedy_100_from_bos").size())
                        .map(i -> expected.get("greedy_100_from_bos").get(i).intValue())
                        .toArray();
        String text = expected.get("text").textValue();
        assertEquals(text, tokenizer.decode(ids));
        assertArrayEquals(ids, tokenizer.encode(text));
    }
}
