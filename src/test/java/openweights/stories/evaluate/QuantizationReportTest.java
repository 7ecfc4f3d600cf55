package openweights.stories.evaluate;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import openweights.base.UserException;
import openweights.engine.block.BlockType;
import org.junit.jupiter.api.Test;

class QuantizationReportTest {

    @Test
    void saysWhatToDoWithAGgufFile() {
        Path file = Path.of("src/test/resources/gguf/families/qwen2.gguf");
        UserException refusal =
                assertThrows(
                        UserException.class,
                        () -> QuantizationReport.of(file, BlockType.Q4_0, 0, null));
        String said = String.valueOf(refusal.getMessage());
        assertTrue(said.startsWith(file + " is a GGUF file"), said);
        assertTrue(said.contains("./course convert " + file + " --to gguf --type q4_0"), said);
    }
}
