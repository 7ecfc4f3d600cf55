package openweights.engine.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import openweights.base.UserException;
import openweights.engine.model.Model;
import openweights.engine.weights.DType;
import openweights.engine.weights.Safetensors;
import openweights.engine.weights.StoredTensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RandomLlamaTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = DType.class,
            names = {"F32", "BF16"})
    void writesAModelThatRuns(DType dtype) throws IOException {
        new RandomLlama(16, 2, 1, 24, 40, 32).write(folder, dtype);
        Model model = Model.open(folder);
        assertEquals(40, model.forward(1, model.newState()).length);
        for (StoredTensor tensor :
                Safetensors.open(folder.resolve("model.safetensors")).tensors()) {
            assertEquals(dtype, tensor.dtype());
            for (float weight : tensor.floats()) {
                assertTrue(Math.abs(weight) <= 0.05f);
            }
        }
    }

    @Test
    void writesTheSameBytesEachTime() throws IOException {
        Path file = folder.resolve("model.safetensors");
        RandomLlama model = new RandomLlama(16, 1, 1, 24, 40, 32);
        model.write(folder, DType.F32);
        byte[] once = Files.readAllBytes(file);
        model.write(folder, DType.F32);
        assertArrayEquals(once, Files.readAllBytes(file));
    }

    @Test
    void refusesAMatrixLargerThanABuffer() {
        assertEquals(
                "A matrix of this model would have 1073741824 weights, and this benchmark writes at most 536870895. Choose a smaller model.",
                assertThrows(
                                UserException.class,
                                () ->
                                        new RandomLlama(1024, 1, 1, 64, 1 << 20, 32)
                                                .write(folder, DType.BF16))
                        .getMessage());
    }
}
