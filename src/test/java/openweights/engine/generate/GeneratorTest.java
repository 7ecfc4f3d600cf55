package openweights.engine.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import openweights.engine.generate.Generation.End;
import openweights.engine.model.Model;
import openweights.engine.model.config.ModelException;
import openweights.engine.token.Tokenizer;
import openweights.engine.token.json.TokenizerException;
import org.junit.jupiter.api.Test;

class GeneratorTest {

    private static final Path MODELS = Path.of("src/test/resources/models");
    private static final Path STORIES = MODELS.resolve("stories260K");

    private final Model model = Model.open(MODELS.resolve("llama"));
    private final Tokenizer tokenizer = Tokenizer.open(MODELS.resolve("llama"));
    private final StringBuilder shown = new StringBuilder();

    /** Never picks the token that ends a text. */
    private static final LogitsProcessor GO_ON =
            (logits, text) -> logits[2] = Float.NEGATIVE_INFINITY;

    private static Request greedy(String prompt, int tokens, String... stops) {
        return new Request(prompt, tokens, List.of(stops), Sampler.greedy().after(List.of(GO_ON)));
    }

    private Generation generate(Request request) {
        return new Generator(model, tokenizer).generate(request, shown::append);
    }

    @Test
    void generatesTheTextThatPythonGenerates() throws IOException {
        JsonNode expected = new ObjectMapper().readTree(STORIES.resolve("expected.json").toFile());
        Generator generator = new Generator(Model.open(STORIES), Tokenizer.open(STORIES));
        int[] prompt = ints(expected.get("prompt_ids"));
        int[] all = ints(expected.get("greedy_100_from_bos"));
        Request request = Request.greedy("Once upon a time", all.length - prompt.length);
        Generation told = generator.generate(request, shown::append);
        assertArrayEquals(prompt, told.prompt());
        assertArrayEquals(Arrays.copyOfRange(all, prompt.length, all.length), told.ids());
        assertEquals(expected.get("text").asText(), "Once upon a time" + told.text());
        assertEquals(told.text(), shown.toString());
    }

    private static int[] ints(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
    }

    @Test
    void endsAtTheRequestedLength() {
        Generation generation = generate(greedy("hello", 7));
        assertEquals(End.LENGTH, generation.end());
        assertEquals(7, generation.ids().length);
        assertEquals(tokenizer.decode(generation.ids()), generation.text());
        assertEquals(generation.text(), shown.toString());
        assertEquals(0, generate(Request.greedy("hello", 0)).ids().length);
    }

    @Test
    void endsBeforeAStopString() {
        String free = generate(greedy("hello", 12)).text();
        String stop = free.substring(5, 7);
        Generation stopped = generate(greedy("hello", 12, stop));
        assertEquals(End.STOP_STRING, stopped.end());
        assertEquals(free.substring(0, free.indexOf(stop)), stopped.text());
    }

    @Test
    void endsAtTheTokenThatEndsTexts() {
        Sampler third =
                (logits, text) -> text.length() == tokenizer.encode("hello").length + 3 ? 2 : 10;
        Generation generation = generate(new Request("hello", 12, List.of(), third));
        assertEquals(End.END_TOKEN, generation.end());
        assertArrayEquals(new int[] {10, 10, 10}, generation.ids());
    }

    @Test
    void endsWhenTheContextIsFull() {
        Sampler any = (logits, text) -> 10;
        Generation generation = generate(new Request("x".repeat(120), 500, List.of(), any));
        assertEquals(End.CONTEXT, generation.end());
        assertEquals(128 + 1, 120 + generation.ids().length);
    }

    @Test
    void refusesAPromptLongerThanTheContext() {
        String message =
                assertThrows(
                                ModelException.class,
                                () -> generate(Request.greedy("x".repeat(129), 5)))
                        .getMessage();
        assertEquals(
                "The prompt has 129 tokens, but the model's context is 128. Shorten the prompt.",
                message);
    }

    /** A prompt of several batches is refused before the first of them is computed. */
    @Test
    void namesAllTokensOfALongPrompt() {
        String message =
                assertThrows(
                                ModelException.class,
                                () -> generate(Request.greedy("x".repeat(1000), 5)))
                        .getMessage();
        assertTrue(message.startsWith("The prompt has 1000 tokens"), message);
    }

    @Test
    void replacesAnEmptyPromptByTheBeginToken() {
        assertArrayEquals(new int[] {1}, generate(Request.greedy("", 3)).prompt());
    }

    @Test
    void showsWholeCharactersOnly() {
        int first = tokenizer.idOf("\u00c3").orElseThrow();
        int second = tokenizer.idOf("\u00a9").orElseThrow();
        Sampler accents = (logits, text) -> text.get(text.length() - 1) == first ? second : first;
        new Generator(model, tokenizer)
                .generate(
                        new Request("a", 6, List.of(), accents),
                        part -> assertTrue(part.matches("\u00e9+"), part));
    }

    @Test
    void endsWhenInterrupted() {
        Thread.currentThread().interrupt();
        Generation generation = generate(Request.greedy("hello", 7));
        assertTrue(Thread.interrupted());
        assertEquals(End.INTERRUPTED, generation.end());
    }

    @Test
    void generatesTheSameTextFromTheSameSeed() {
        SamplerSettings settings = new SamplerSettings(1.1, 0.9, 20, 0.95, 0.01, 7);
        Request once = new Request("hello", 20, List.of(), settings.sampler());
        Request again = new Request("hello", 20, List.of(), settings.sampler());
        assertEquals(generate(once).text(), generate(again).text());
        Sampler other = new SamplerSettings(1.1, 0.9, 20, 0.95, 0.01, 8).sampler();
        assertNotEquals(
                generate(once).text(), generate(new Request("hello", 20, List.of(), other)).text());
    }

    @Test
    void refusesATokenizerOfAnotherModel() {
        assertThrows(TokenizerException.class, () -> new Generator(model, Tokenizer.open(STORIES)));
    }
}
