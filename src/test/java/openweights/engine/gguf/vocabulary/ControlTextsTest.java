package openweights.engine.gguf.vocabulary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import openweights.engine.gguf.Gguf;
import openweights.engine.gguf.GgufWriter;
import openweights.engine.token.Tokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ids here are those that llama.cpp gives for the same files. */
class ControlTextsTest {

    private static final List<String> PHI =
            List.of(
                    "<unk>",
                    "<s>",
                    "</s>",
                    "<|endoftext|>",
                    "<|user|>",
                    "<|end|>",
                    "<|im_end|>",
                    "▁",
                    "a",
                    "b",
                    "i",
                    "H",
                    "Hi",
                    "▁Hi",
                    "▁a",
                    "\n",
                    "<",
                    "|",
                    ">",
                    "e",
                    "n",
                    "d",
                    "m",
                    "_");

    @TempDir private Path folder;

    @Test
    void aTokenOfAChatIsNoPlainTextWhateverItsType() throws IOException {
        Tokenizer tokenizer = Tokenizer.open(file("other", PHI, 6));
        assertArrayEquals(new int[] {1, 14, 7, 6, 7, 14}, tokenizer.encode("a <|im_end|> a"));
    }

    @Test
    void blanksAfterSpecialTokensAreNoneInPhi3() throws IOException {
        String text = "<|user|>\nHi a<|end|>\na";
        Tokenizer phi = Tokenizer.open(file("Phi-3 mini", PHI, 6));
        assertArrayEquals(new int[] {1, 4, 13, 14, 5, 14}, phi.encode(text));
        Tokenizer other = Tokenizer.open(file("other", PHI, 6));
        assertEquals(15, other.encode(text)[3], "the line break");
    }

    @Test
    void answersEndWhereTurnsDo() throws IOException {
        Gguf file = Gguf.open(file("other", PHI, 6));
        assertEquals(List.of(2L, 3L, 5L, 6L), EndTokens.of(file.metadata()));
    }

    /** One of several messages may end before the answer does, as in gpt-oss. */
    @Test
    void aMessageIsNotTheAnswerWhereThereAreMany() throws IOException {
        List<String> texts = new ArrayList<>(PHI);
        texts.add("<|return|>");
        Gguf file = Gguf.open(file("other", texts, 6));
        assertEquals(List.of(2L, 3L, 6L, 24L), EndTokens.of(file.metadata()));
    }

    @Test
    void ollamaHasAListOfEnds() throws IOException {
        Path path = file("other", List.of("<unk>", "<s>", "a", "b"), 2, "eos_token_ids");
        assertEquals(List.of(2L, 3L), EndTokens.of(Gguf.open(path).metadata()));
    }

    /**
     * @param special the tokens from 1 on that the file says are special are before this one
     */
    private Path file(String name, List<String> texts, int special, String... ends)
            throws IOException {
        List<String> all = new ArrayList<>(texts);
        for (int each = 0; each < 256; each++) {
            all.add("<0x%02X>".formatted(each));
        }
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("general.architecture", "phi3");
        keys.put("general.name", name);
        keys.put("tokenizer.ggml.model", "llama");
        keys.put("tokenizer.ggml.tokens", all);
        keys.put(
                "tokenizer.ggml.scores",
                IntStream.range(0, all.size()).mapToObj(id -> -(float) id).toList());
        keys.put(
                "tokenizer.ggml.token_type",
                IntStream.range(0, all.size())
                        .mapToObj(id -> id >= texts.size() ? 6 : id == 0 ? 2 : id < special ? 3 : 1)
                        .toList());
        keys.put("tokenizer.ggml.bos_token_id", 1);
        keys.put("tokenizer.ggml.eos_token_id", 2);
        keys.put("tokenizer.ggml.unknown_token_id", 0);
        for (String key : ends) {
            keys.put("tokenizer.ggml." + key, List.of(2, 3));
        }
        GgufWriter writer = new GgufWriter();
        keys.forEach(writer::put);
        Path file = folder.resolve(name + texts.size() + ends.length + ".gguf");
        writer.write(file);
        return file;
    }
}
