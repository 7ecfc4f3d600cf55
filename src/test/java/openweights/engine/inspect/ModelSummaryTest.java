package openweights.engine.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelSummaryTest {

    @Test
    void sumsUpAModel() {
        ModelSummary summary = ModelSummary.of(Path.of("lessons/models/seedling-weights"), 1 << 20);
        assertEquals("seedling-weights", summary.name());
        assertEquals(722_048, summary.parameters());
        assertEquals(4L * 722_048, summary.memory().get("float32"));
        assertTrue(summary.tokens() < 1 << 20, "no more than the model can read");
        assertTrue(summary.fits().contains("float32"));
        assertNull(summary.problem());
    }

    @Test
    void saysWhyAModelCannotBeOpened(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("config.json"), "{}");
        ModelSummary summary = ModelSummary.of(folder, 10);
        assertTrue(summary.problem().contains("config.json"), summary.problem());
        assertEquals(List.of(), summary.fits());
    }
}
