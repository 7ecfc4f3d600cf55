package openweights.engine.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
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
        int[] text =
                StreamSupport.stream(file().get("text").spliterator(), false)
                        .mapToInt(JsonNode::asInt)
                        .toArray();
        step(expected.get("step").asText(), expected.get("setting").asDouble())
                .apply(logits, Tokens.of(text));
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

    @Test
    void alwaysLeavesAToken() {
        for (LogitsProcessor step :
                new LogitsProcessor[] {
                    LogitsProcessor.topK(1), LogitsProcessor.topP(1e-9), LogitsProcessor.minP(1)
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
                "top-p is 1.5; give a number above 0, at most 1.",
                assertThrows(UserException.class, () -> LogitsProcessor.topP(1.5)).getMessage());
        assertThrows(UserException.class, () -> LogitsProcessor.temperature(-1));
        assertThrows(UserException.class, () -> LogitsProcessor.temperature(Double.NaN));
        assertThrows(UserException.class, () -> LogitsProcessor.topK(0));
        assertThrows(UserException.class, () -> LogitsProcessor.minP(0));
        assertThrows(UserException.class, () -> LogitsProcessor.repetitionPenalty(0));
    }
}
