package openweights.engine.token;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenizerTest {

    private static final Path KINDS = Path.of("src/test/resources/tokenizers");

    private final Tokenizer gpt2 = Tokenizer.open(KINDS.resolve("gpt2"));
    private final Tokenizer llama2 = Tokenizer.open(KINDS.resolve("llama2"));

    @Test
    void encodesALoneSurrogateAsTheReplacementCharacter() {
        assertArrayEquals(gpt2.encode("a\uFFFDb"), gpt2.encode("a\uD83Db"));
        assertArrayEquals(gpt2.encode("\uFFFD"), gpt2.encode("\uDE00"));
    }

    @Test
    void tracesEachByteOfACharacter() {
        List<Piece> pieces = gpt2.pieces("x\u4F61", false);
        assertEquals(0, pieces.get(0).start());
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            assertEquals(i == 0 ? 0 : pieces.get(i - 1).end(), piece.start());
            assertEquals(gpt2.bytesOf(piece.id()).length, piece.end() - piece.start());
        }
        assertEquals(4, pieces.get(pieces.size() - 1).end());
    }

    @Test
    void holdsBackHalfACharacter() {
        int[] ids = llama2.encode("\uD83D\uDC4B", false);
        StreamingDecoder stream = llama2.streamingDecoder(true);
        for (int id : ids) {
            String part = stream.put(id);
            assertTrue(part.isBlank(), part);
        }
        assertEquals("\uD83D\uDC4B", stream.finish());
    }

    @Test
    void streamsTheTextOfAnyIds() {
        Random random = new Random(1);
        for (Tokenizer tokenizer : List.of(gpt2, llama2)) {
            for (int round = 0; round < 300; round++) {
                int[] ids = random.ints(20, 0, tokenizer.vocabularySize()).toArray();
                StreamingDecoder stream = tokenizer.streamingDecoder(false);
                StringBuilder parts = new StringBuilder();
                for (int id : ids) {
                    parts.append(stream.put(id));
                }
                assertEquals(tokenizer.decode(ids, false), parts + stream.finish());
            }
        }
    }

    @Test
    void encodesAMillionCharactersWithoutASpace() {
        for (Tokenizer tokenizer : List.of(gpt2, llama2)) {
            for (String unit : List.of("a", "ab", "\u4F60\u597D", " ", "\uD83D\uDC4B")) {
                String text = unit.repeat(1_000_000 / unit.length());
                String decoded = tokenizer.decode(tokenizer.encode(text));
                assertEquals(text.length(), decoded.length());
                assertTrue(text.equals(decoded), unit);
            }
        }
    }

    @Test
    void knowsTheBytesOfATokenWithinAText() {
        assertEquals(" the", bytes(gpt2, "Ġthe"));
        assertEquals(" the", bytes(llama2, "▁the"));
        assertArrayEquals(
                new byte[] {(byte) 0xC3}, llama2.bytesOf(llama2.idOf("<0xC3>").getAsInt()));
        assertEquals(0, gpt2.bytesOf(1 << 30).length);
    }

    @Test
    void omitsSpecialTokensForReaders() {
        int[] ids = llama2.encode("a");
        assertEquals(1, ids[0]);
        assertEquals("a", llama2.decode(ids));
        assertTrue(llama2.isSpecial(1));
        assertEquals("<s>", llama2.specialTokens().get(1));
    }

    private static String bytes(Tokenizer tokenizer, String token) {
        return new String(
                tokenizer.bytesOf(tokenizer.idOf(token).getAsInt()), StandardCharsets.UTF_8);
    }
}
