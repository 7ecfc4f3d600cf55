package openweights.engine.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import openweights.base.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each processor against the one of the same name in Python's transformers. */
class LogitsProcessorTest {

    private static JsonNode file() throws IOException {
        Path file = Path.of("src/test/resources/generate/steps.json");
        return new ObjectMapper().readTree(file.toFile());
    }

    static Stream<JsonNode> cases() throws IOException {
        return StreamSupport.stream(file().get("cases").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithTransformers(JsonNode expected) throws IOException {
        float[] logits = floats(file().get("logits"));
        step(expected.get("step").asText(), expected.get("setting").asDouble())
                .apply(logits, Tokens.of(ids()));
        assertArrayEquals(floats(expected.get("expected")), logits, 1e-6f, expected.toString());
    }

    private static LogitsProcessor step(String name, double setting) {
        return switch (name) {
            case "temperature" -> LogitsProcessor.temperature(setting);
            case "topK" -> LogitsProcessor.topK((int) setting);
            case "topP" -> LogitsProcessor.topP(setting);
            case "minP" -> LogitsProcessor.minP(setting);
            case "repetitionPenalty" -> LogitsProcessor.repetitionPenalty(setting);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static float[] floats(JsonNode array) {
        float[] floats = new float[array.size()];
        for (int i = 0; i < floats.length; i++) {
            JsonNode value = array.get(i);
            floats[i] = value.isNull() ? Float.NEGATIVE_INFINITY : (float) value.asDouble();
        }
        return floats;
    }

    static Stream<JsonNode> pipelines() throws IOException {
        return StreamSupport.stream(file().get("pipelines").spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void theirOrderIsThatOfTransformers(JsonNode pipeline) throws IOException {
        JsonNode keys = pipeline.get("settings");
        SamplerSettings settings =
                new SamplerSettings(
                        keys.path("repetition_penalty").asDouble(1),
                        keys.path("temperature").asDouble(1),
                        keys.path("top_k").asInt(0),
                        keys.path("top_p").asDouble(1),
                        keys.path("min_p").asDouble(0),
                        1);
        float[] logits = floats(file().get("logits"));
        SamplingTrace trace = SamplingTrace.of(settings, logits, Tokens.of(ids()));
        double[] last = trace.probabilities()[trace.steps().size() - 1];
        double[] expected = new double[last.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = pipeline.get("expected").get(i).asDouble();
        }
        assertArrayEquals(expected, last, 1e-6, pipeline.toString());
    }

    private static int[] ids() throws IOException {
        return StreamSupport.stream(file().get("text").spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
    }

    /** Settings that are numbers, and logits as a model may have them. */
    @Test
    void extremesLeaveTheLikeliestToken() {
        for (double temperature : new double[] {Double.MIN_VALUE, 1e-300, 1e-45, 1e-38, 1e-6}) {
            float[] logits = {1, -3, 30, Float.NEGATIVE_INFINITY, 29};
            LogitsProcessor.temperature(temperature).apply(logits, Tokens.of());
            LogitsProcessor.topP(0.9).apply(logits, Tokens.of());
            LogitsProcessor.minP(0.1).apply(logits, Tokens.of());
            assertEquals(2, Sampler.random(new Random(1)).pick(logits, Tokens.of()));
        }
        float[] equal = {5, 5, Float.NEGATIVE_INFINITY};
        LogitsProcessor.temperature(1e300).apply(equal, Tokens.of());
        assertArrayEquals(new double[] {0.5, 0.5, 0}, Distribution.probabilities(equal), 1e-9);
        float[] flat = {0, 0};
        LogitsProcessor.temperature(1e-300).apply(flat, Tokens.of());
        assertArrayEquals(new double[] {0.5, 0.5}, Distribution.probabilities(flat), 1e-9);
        for (double penalty : new double[] {1e-38, 1e38}) {
            float[] logits = {0, -50, 50};
            LogitsProcessor.repetitionPenalty(penalty).apply(logits, Tokens.of(0, 1, 2));
            assertEquals(0, logits[0]);
            Distribution.draw(logits, new Random(1));
        }
    }

    @Test
    void logitsWithoutATokenAreAFault() {
        float[] none = {Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY};
        Sampler random = Sampler.random(new Random(1));
        assertThrows(UserException.class, () -> random.pick(none, Tokens.of()));
        assertThrows(UserException.class, () -> Sampler.greedy().pick(none, Tokens.of()));
    }

    @Test
    void alwaysLeavesAToken() {
        for (LogitsProcessor step :
                new LogitsProcessor[] {
                    LogitsProcessor.topK(1),
                    LogitsProcessor.topP(1e-9),
                    LogitsProcessor.topP(0),
                    LogitsProcessor.minP(1)
                }) {
            float[] logits = {1, 3, 2};
            step.apply(logits, Tokens.of());
            assertArrayEquals(
                    new float[] {Float.NEGATIVE_INFINITY, 3, Float.NEGATIVE_INFINITY}, logits);
        }
    }

    @Test
    void refusesSettingsOutOfTheirRange() {
        assertEquals(
                "top-p is 1.5; give a number from 0 to 1.",
                assertThrows(UserException.class, () -> LogitsProcessor.topP(1.5)).getMessage());
        assertThrows(UserException.class, () -> LogitsProcessor.temperature(-1));
        assertThrows(UserException.class, () -> LogitsProcessor.temperature(Double.NaN));
        assertThrows(
                UserException.class, () -> LogitsProcessor.temperature(Double.POSITIVE_INFINITY));
        assertThrows(UserException.class, () -> LogitsProcessor.topP(Double.NaN));
        assertThrows(UserException.class, () -> LogitsProcessor.topK(0));
        assertThrows(UserException.class, () -> LogitsProcessor.minP(0));
        assertThrows(UserException.class, () -> LogitsProcessor.repetitionPenalty(0));
    }
}
