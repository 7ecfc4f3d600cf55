package openweights.engine.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import openweights.base.UserException;
import openweights.engine.convert.Conversion.Format;
import openweights.engine.math.Backend;
import openweights.engine.model.Model;
import openweights.engine.model.Precision;
import openweights.engine.weights.Checkpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that a type cannot hold are refused: a damaged model must not look whole afterwards. */
class UnwritableNumbersTest {

    private static final Path SPROUT = Path.of("lessons/models/sprout");
    private static final String TENSOR = "model.layers.0.mlp.up_proj.weight";

    @TempDir Path folder;
    private Path model;

    @BeforeEach
    void copyModel() throws IOException {
        model = Files.createDirectory(folder.resolve("model"));
        for (String name : new String[] {"config.json", "tokenizer.json", "model.safetensors"}) {
            Files.copy(SPROUT.resolve(name), model.resolve(name));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "gguf, q4_0, NaN",
        "gguf, q8_0, NaN",
        "gguf, q4_k, -Infinity",
        "gguf, q4_0, 1e30",
        "gguf, q8_0, 1e30",
        "gguf, f16, -1e30",
        "safetensors, f16, 65520",
    })
    void areRefused(String format, String type, float number) throws IOException {
        put(number);
        Path out = folder.resolve("out");
        UserException refused =
                assertThrows(UserException.class, () -> conversion(format, type).write(out));
        assertTrue(
                refused.getMessage().contains(" holds " + number + " at number 3"),
                refused.getMessage());
        assertFalse(Files.exists(out));
    }

    @ParameterizedTest
    @CsvSource({
        "gguf, f32, NaN",
        "gguf, bf16, 1e30",
        "safetensors, f16, 65504",
        "safetensors, bf16, NaN",
    })
    void areWrittenByTypesThatHoldThem(String format, String type, float number)
            throws IOException {
        put(number);
        Path out = folder.resolve("out");
        conversion(format, type).write(out);
        assertTrue(Files.exists(out));
    }

    @Test
    void makeLogitsNaNInFourBitsToo() throws IOException {
        put(Float.NaN);
        Model opened = Model.open(model, Precision.INT4, Backend.best());
        String message =
                assertThrows(
                                RuntimeException.class,
                                () -> opened.logits(new int[] {1, 2}, opened.newState()))
                        .getMessage();
        assertTrue(message.contains(TENSOR + "\" holds NaN at number 3"), message);
    }

    private Conversion conversion(String format, String type) {
        return new Conversion(
                model,
                "model",
                Format.valueOf(format.toUpperCase(Locale.ROOT)),
                WeightType.valueOf(type.toUpperCase(Locale.ROOT)));
    }

    /** Replaces the fourth number of a matrix. */
    private void put(float number) throws IOException {
        long at = Checkpoint.open(model).tensor(TENSOR).fileOffset() + 3 * Float.BYTES;
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putFloat(number).flip();
        try (FileChannel file =
                FileChannel.open(model.resolve("model.safetensors"), StandardOpenOption.WRITE)) {
            assertEquals(Float.BYTES, file.write(bytes, at));
        }
    }
}
