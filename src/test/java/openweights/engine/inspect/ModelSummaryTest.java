package openweights.engine.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import openweights.engine.model.Footprint;
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

    /** Int8 lies on the heap, which is small here and large where generate runs. */
    @Test
    void fitsWhereGenerateRuns() {
        long gib = 1L << 30;
        Footprint mistral = new Footprint(9 * gib, gib / 2, true);
        assertTrue(mistral.fitsGenerate(16 * gib), "9.5 of 11.5 GiB");
        assertFalse(mistral.fitsGenerate(13 * gib), "9.5 of 9.4 GiB");
        Footprint mapped = new Footprint(12 * gib, gib / 2, false);
        assertTrue(mapped.fitsGenerate(13 * gib), "weights that stay in the file");
        assertFalse(mapped.fitsGenerate(12 * gib));
    }

    /** The launchers give generate the heap that the summary counts with. */
    @Test
    void theLaunchersAgree() throws IOException {
        for (String launcher : List.of("course", "course.cmd")) {
            String text = Files.readString(Path.of(launcher));
            Matcher percent = Pattern.compile("MaxRAMPercentage=(\\d+)").matcher(text);
            assertTrue(percent.find(), launcher);
            assertEquals("80", percent.group(1), launcher);
        }
        long memory = 1000L << 20;
        assertTrue(new Footprint(719L << 20, 0, true).fitsGenerate(memory), "0.9 of 80 percent");
        assertFalse(new Footprint(721L << 20, 0, true).fitsGenerate(memory));
    }

    /** A file that cannot be read: the reason, not the path alone. */
    @Test
    void saysWhyAFileCannotBeRead(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("config.json/inside"));
        String problem = String.valueOf(ModelSummary.of(folder, 10).problem());
        assertTrue(
                problem.length() > folder.resolve("config.json").toString().length() + 10, problem);
        Path lost = Files.createDirectories(folder.resolve("lost"));
        Files.copy(
                Path.of("src/test/resources/models/mistral/config.json"),
                lost.resolve("config.json"));
        Files.createSymbolicLink(lost.resolve("model.safetensors"), lost.resolve("nowhere"));
        String missing = String.valueOf(ModelSummary.of(lost, 10).problem());
        assertTrue(missing.contains("model.safetensors"), missing);
        assertTrue(missing.contains(" "), missing);
    }

    /** The widest numbers of a catalogue keep their column. */
    @Test
    void columnsHoldHundredsOfBillions() {
        ModelSummary large =
                new ModelSummary(
                        "bloom",
                        "f",
                        "bloom",
                        176_247_271_424L,
                        352_494_542_848L,
                        Map.of(
                                "float32", 704_989_085_696L,
                                "bfloat16", 352_494_542_848L,
                                "int8", 198_278_180_352L,
                                "int4", 110_154_544_640L),
                        10,
                        1000,
                        List.of(),
                        null);
        List<String> lines = ModelTable.of(List.of(large), 10).lines().toList();
        int parameters = lines.get(0).indexOf("parameters") + "parameters".length();
        assertEquals("176,247,271,424", lines.get(1).substring(parameters - 15, parameters));
        int disk = lines.get(0).indexOf("on disk") + "on disk".length();
        assertEquals("B", lines.get(1).substring(disk - 1, disk), lines.get(1));
    }
}
