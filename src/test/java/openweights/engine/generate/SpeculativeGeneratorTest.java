package openweights.engine.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import openweights.base.UserException;
import openweights.engine.math.Backend;
import openweights.engine.model.Model;
import openweights.engine.model.Precision;
import openweights.engine.token.Tokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeculativeGeneratorTest {

    private static final Path MODELS = Path.of("src/test/resources/models");
    private static final Path STORIES = MODELS.resolve("stories260K");

    private final Tokenizer tokenizer = Tokenizer.open(STORIES);
    private final Model model = Model.open(STORIES);
    private final Model rounded = Model.open(STORIES, Precision.INT4, Backend.best());
    private final StringBuilder shown = new StringBuilder();

    private Speculation generate(Model draft, int proposals, Request request) {
        return new SpeculativeGenerator(
                        model, tokenizer, draft, tokenizer, proposals, new Random(1))
                .generate(request, shown::append);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 16})
    void writesTheGreedyTextTokenForToken(int proposals) {
        Request request = Request.greedy("Once upon a time", 100);
        Generation plain = new Generator(model, tokenizer).generate(request, text -> {});
        Speculation speculation = generate(rounded, proposals, request);
        assertArrayEquals(plain.ids(), speculation.generation().ids());
        assertEquals(plain.text(), shown.toString());
        assertEquals(plain.end(), speculation.generation().end());
        assertTrue(speculation.accepted() < speculation.proposed(), speculation.toString());
        assertTrue(speculation.reads() < 100, speculation.toString());
    }

    /** Each read of the weights gives all proposed tokens and one more. */
    @Test
    void acceptsWhatItWouldHavePickedItself() {
        Speculation speculation = generate(model, 4, Request.greedy("Once upon a time", 101));
        assertEquals(20, speculation.reads());
        assertEquals(80, speculation.proposed());
        assertEquals(1, speculation.acceptance());
        assertEquals(
                "draft: 100 % of 80 proposed tokens accepted; the model's weights were read 20 times for 101 new tokens",
                speculation.toString());
    }

    @Test
    void endsAtTheRequestedLengthAndAtStopStrings() {
        assertEquals(3, generate(model, 16, Request.greedy("A", 3)).generation().ids().length);
        Request stops = new Request("Once", 60, List.of("the"), Sampler.greedy());
        Generation plain = new Generator(model, tokenizer).generate(stops, text -> {});
        assertEquals(Generation.End.STOP_STRING, plain.end());
        assertEquals(plain.text(), generate(rounded, 8, stops).generation().text());
    }

    @Test
    void fillsTheContextAndNoMore() {
        int context = model.config().dimensions().context();
        Sampler goesOn =
                Sampler.greedy()
                        .after(
                                List.of(
                                        (logits, text) ->
                                                model.config()
                                                        .special()
                                                        .end()
                                                        .forEach(id -> logits[id] = -1e9f)));
        Request request = new Request("Once", 2 * context, List.of(), goesOn);
        Generation plain = new Generator(model, tokenizer).generate(request, text -> {});
        Generation found = generate(rounded, 16, request).generation();
        assertEquals(Generation.End.CONTEXT, found.end());
        assertArrayEquals(plain.ids(), found.ids());
    }

    /** Whatever the draft model thinks, tokens are distributed as the large model says. */
    @Test
    void keepsTheDistribution() {
        double[] p = {0.5, 0.2, 0.2, 0.1, 0};
        double[] q = {0.1, 0.6, 0, 0.1, 0.2};
        int draws = 400_000;
        AcceptanceRule rule = new AcceptanceRule(new Random(3));
        int[] counts = new int[p.length];
        int accepted = 0;
        for (int i = 0; i < draws; i++) {
            int token = rule.draw(q);
            int chosen = rule.choose(token, q, p);
            counts[chosen]++;
            accepted += chosen == token ? 1 : 0;
        }
        for (int i = 0; i < p.length; i++) {
            double deviation = Math.sqrt(draws * p[i] * (1 - p[i]));
            assertEquals(draws * p[i], counts[i], 4 * deviation);
        }
        // the sum of min(p, q): 0.1 + 0.2 + 0 + 0.1 + 0
        assertEquals(0.4, (double) accepted / draws, 0.004);
    }

    /** The second token of many short texts, against the probabilities of the large model. */
    @Test
    void samplesAsTheLargeModelWould() {
        SamplerSettings settings = new SamplerSettings(1, 1, 4, 1, 0, 5);
        Sampler sampler = settings.sampler();
        Random random = new Random(11);
        SpeculativeGenerator generator =
                new SpeculativeGenerator(model, tokenizer, rounded, tokenizer, 2, random);
        int texts = 1500;
        int[] firsts = new int[tokenizer.vocabularySize()];
        int[][] seconds = new int[tokenizer.vocabularySize()][tokenizer.vocabularySize()];
        for (int i = 0; i < texts; i++) {
            Request request = new Request("Once upon a time", 2, List.of(), sampler);
            int[] ids = generator.generate(request, text -> {}).generation().ids();
            if (ids.length == 2) {
                firsts[ids[0]]++;
                seconds[ids[0]][ids[1]]++;
            }
        }
        int first = largest(firsts);
        int[] prompt = tokenizer.encode("Once upon a time");
        int[] text = Arrays.copyOf(prompt, prompt.length + 1);
        text[prompt.length] = first;
        double[] p = sampler.probabilities(model.forward(text, model.newState()), Tokens.of(text));
        for (int id = 0; id < p.length; id++) {
            double deviation = Math.sqrt(firsts[first] * p[id] * (1 - p[id]));
            assertEquals(firsts[first] * p[id], seconds[first][id], 4 * deviation + 1);
        }
    }

    private static int largest(int[] counts) {
        int best = 0;
        for (int i = 0; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return best;
    }

    @Test
    void refusesAnotherVocabulary() {
        Tokenizer other = Tokenizer.open(MODELS.resolve("llama"));
        UserException refused =
                assertThrows(
                        UserException.class,
                        () ->
                                new SpeculativeGenerator(
                                        model,
                                        tokenizer,
                                        Model.open(MODELS.resolve("llama")),
                                        other,
                                        4,
                                        new Random(1)));
        assertTrue(
                refused.getMessage().startsWith("The draft model has another vocabulary: token "),
                refused.getMessage());
    }

    @Test
    void refusesASamplerWithoutProbabilities() {
        Request request = new Request("Once", 3, List.of(), (logits, text) -> 5);
        assertThrows(UserException.class, () -> generate(model, 2, request));
    }
}
