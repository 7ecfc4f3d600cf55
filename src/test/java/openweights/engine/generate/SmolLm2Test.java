package openweights.engine.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import openweights.Requirement;
import openweights.base.Home;
import openweights.base.Json;
import openweights.engine.model.Model;
import openweights.engine.model.State;
import openweights.engine.token.Tokenizer;
import org.junit.jupiter.api.Test;

/**
 * The released model that set-up brings, if it is there, says what an independent pass says ({@code
 * src/test/python/gguf_reference.py}): ids, logits, and the text that greedy decoding writes.
 */
class SmolLm2Test {

    private static final float TOLERANCE = 2e-3f;

    @Test
    void saysWhatAnIndependentPassSays() throws IOException {
        Path path = Home.locate().state().resolve("models/smollm2");
        Requirement.MODEL.check(
                Files.exists(path), "SmolLM2 is missing; ./course lab fetches it.");
        Tokenizer tokenizer = Tokenizer.open(path);
        Model model = Model.open(path);
        for (JsonNode expected : Json.read(Path.of("src/test/resources/gguf/smollm2.json"))) {
            int[] ids = tokenizer.encode(expected.get("prompt").asText());
            assertArrayEquals(numbers(expected.get("ids")), ids);
            State state = model.newState();
            float[] logits = model.forward(ids, state);
            for (int i = 0; i < 10; i++) {
                assertEquals(expected.get("logits").get(i).floatValue(), logits[i], TOLERANCE);
            }
            int[] greedy = new int[expected.get("greedy").size()];
            for (int i = 0; i < greedy.length; i++) {
                greedy[i] = best(logits);
                logits = model.forward(greedy[i], state);
            }
            assertArrayEquals(numbers(expected.get("greedy")), greedy);
            assertEquals(expected.get("text").asText(), tokenizer.decode(greedy));
        }
    }

    private static int best(float[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            best = logits[i] > logits[best] ? i : best;
        }
        return best;
    }

    private static int[] numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
    }
}
