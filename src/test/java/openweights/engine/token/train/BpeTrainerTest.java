package openweights.engine.token.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import openweights.base.UserException;
import openweights.engine.token.Tokenizer;
import openweights.engine.token.json.TokenizerJson.Merge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BpeTrainerTest {

    private static final List<String> SPECIAL = List.of("<|begin_of_text|>", "<|end_of_text|>");

    /** Texts, and what Python's tokenizers learned from them: train_fixture.py. */
    private static final Path REFERENCE = Path.of("src/test/resources/tokenizer-training");

    @TempDir private Path folder;

    @Test
    void joinsTheCommonestPairFirst() {
        TrainedBpe trained = train(260, "ab ab abc");
        assertEquals(List.of(new Merge("a", "b"), new Merge("Ġ", "ab")), trained.merges());
    }

    @Test
    void endsWhenEveryWordIsOneToken() {
        assertEquals(2 + 256 + 3, train(1000, "ab ab abc").vocabulary().size());
    }

    @Test
    void learnsWhatPythonLearns() throws IOException {
        List<String> texts = Files.readAllLines(REFERENCE.resolve("texts.txt"));
        List<String> vocabulary = read("vocabulary.json", new TypeReference<>() {});
        List<List<String>> merges = read("merges.json", new TypeReference<>() {});
        TrainedBpe trained = BpeTrainer.train(texts.stream(), SPECIAL, vocabulary.size());
        assertEquals(
                merges, trained.merges().stream().map(m -> List.of(m.left(), m.right())).toList());
        assertEquals(vocabulary, trained.vocabulary());
    }

    @Test
    void writesAFileThatTheTokenizerReads() throws IOException {
        TrainedBpe trained = train(260, "ab ab abc");
        Path file = folder.resolve("tokenizer.json");
        trained.write(file);
        Tokenizer tokenizer = Tokenizer.open(file);
        assertEquals(trained.vocabulary().size(), tokenizer.vocabularySize());
        int ab = tokenizer.idOf("Ġab").orElseThrow();
        int c = tokenizer.idOf("c").orElseThrow();
        assertArrayEquals(new int[] {0, ab, ab, c}, tokenizer.encode("ab abc"));
        assertEquals(" ab é", tokenizer.decode(tokenizer.encode("ab é")));
    }

    @Test
    void refusesAVocabularyWithoutRoomForTheBytes() {
        assertEquals(
                "A vocabulary of 257 tokens is too small: the bytes and the special tokens are 258. Make it larger.",
                assertThrows(UserException.class, () -> train(257, "a")).getMessage());
    }

    private static TrainedBpe train(int size, String... texts) {
        return BpeTrainer.train(Stream.of(texts), SPECIAL, size);
    }

    private static <T> T read(String name, TypeReference<T> type) throws IOException {
        return new ObjectMapper().readValue(REFERENCE.resolve(name).toFile(), type);
    }
}
