package openweights.engine.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import openweights.engine.convert.Conversion.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A type that rows do not fit is not replaced silently. */
class ReplacedTest {

    private static final Path SPROUT = Path.of("lessons/models/sprout");

    @TempDir private Path folder;

    @Test
    void saysWhichTensorsAreOfAnotherTypeAndWhy() throws IOException {
        assertEquals(
                List.of(
                        "15 tensors, such as token_embd.weight, become Q8_0 instead of Q4_K, which stores blocks of 256 numbers: the rows cannot be cut into whole blocks."),
                notes(WeightType.Q4_K));
    }

    @Test
    void saysNothingWhereAllRowsFit() throws IOException {
        assertEquals(List.of(), notes(WeightType.Q8_0));
        assertEquals(List.of(), notes(WeightType.F16));
    }

    private List<String> notes(WeightType type) throws IOException {
        return Conversion.of(SPROUT, Format.GGUF, type).check(folder.resolve("x.gguf")).notes();
    }
}
