package openweights.engine.quantize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import openweights.engine.model.Model;
import openweights.engine.model.config.ModelException;
import openweights.engine.token.Tokenizer;
import openweights.engine.weights.Safetensors;
import openweights.engine.weights.SafetensorsWriter;
import openweights.engine.weights.StoredTensor;
import openweights.stories.corpus.Stories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuantizedTest {

    private static final Path FOLDER = Path.of("lessons/models/seedling-weights");
    private final Model model = Model.open(FOLDER);
    private final int[] text = Tokenizer.open(FOLDER).encode(new Stories(1).validation(0));

    @Test
    void fewerBitsMoveTheLogitsFurther() {
        double eight = distance(Quantized.of(model, Bits.INT8).model());
        double four = distance(Quantized.of(model, Bits.INT4).model());
        assertTrue(0 < eight && eight < four / 4, eight + " against " + four);
        assertTrue(four < 0.5, "relative to the logits themselves: " + four);
    }

    @Test
    void countsErrorsAndBitsOfEveryMatrix() {
        Quantized four = Quantized.of(model, Bits.INT4);
        int layers = model.config().dimensions().layers();
        assertEquals(1 + 7 * layers, four.errors().size());
        assertEquals("model.embed_tokens.weight", four.errors().get(0).tensor());
        assertEquals(4.5, four.bitsPerWeight(), 1e-12);
        assertEquals(four.weights() * 9 / 16, four.bytes());
        for (TensorError error : four.errors()) {
            assertTrue(error.rootMeanSquare() < error.largest(), error.tensor());
            assertTrue(0.01 < error.relative() && error.relative() < 0.2, error.toString());
        }
    }

    @Test
    void theOriginalStaysAsItIs() {
        float[] before = model.forward(text, model.newState());
        Quantized.of(model, Bits.INT4);
        assertEquals(0, distance(before, model.forward(text, model.newState())));
    }

    @Test
    void namesTheTensorOfAWeightThatIsNotFinite(@TempDir Path folder) throws IOException {
        Files.copy(FOLDER.resolve("config.json"), folder.resolve("config.json"));
        SafetensorsWriter writer = new SafetensorsWriter();
        String broken = "model.layers.1.mlp.up_proj.weight";
        for (StoredTensor t : Safetensors.open(FOLDER.resolve("model.safetensors")).tensors()) {
            float[] weights = t.floats();
            if (t.name().equals(broken)) {
                weights[130] = Float.NaN;
            }
            writer.put(t.name(), t.shape(), weights);
        }
        writer.write(folder.resolve("model.safetensors"));
        Model spoiled = Model.open(folder);
        assertEquals(
                broken
                        + ": The weight in row 1, column 2 is NaN, which cannot be quantized. The file is damaged, or training failed; get the model from its source again.",
                assertThrows(ModelException.class, () -> Quantized.of(spoiled, Bits.INT8))
                        .getMessage());
    }

    private double distance(Model other) {
        return distance(
                model.forward(text, model.newState()), other.forward(text, other.newState()));
    }

    /** The length of the difference / the length of the first vector. */
    private static double distance(float[] some, float[] others) {
        double off = 0;
        double all = 0;
        for (int i = 0; i < some.length; i++) {
            off += Math.pow(some[i] - others[i], 2);
            all += Math.pow(some[i], 2);
        }
        return Math.sqrt(off / all);
    }
}
