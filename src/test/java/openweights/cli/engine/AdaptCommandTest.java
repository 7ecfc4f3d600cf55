package openweights.cli.engine;

import static openweights.cli.Said.course;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import openweights.cli.Said;
import openweights.engine.train.lora.Adapter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands adapt and merge, and evaluate on what they made. */
class AdaptCommandTest {

    private static final String BASE = "sprout";
    private static final Path BASE_FOLDER = Path.of("lessons/models/sprout");

    @TempDir static Path shared;
    @TempDir Path folder;

    private static Path adapter;
    private static Said adapting;

    @BeforeAll
    static void adapt() {
        adapter = shared.resolve("adapter");
        adapting = course("adapt", BASE, "--out", adapter, "--rank", "2", "--steps", "4");
        assertEquals(0, adapting.status(), adapting.err());
    }

    @Test
    void trainsAndMeasuresBeforeAndAfter() {
        List<String> lines = adapting.out().lines().toList();
        assertEquals(5, lines.size(), adapting.out());
        assertTrue(
                lines.get(0)
                        .matches(
                                "before: hunts: loss [\\d.]+ % above the entropy, \\d+ of 200 answers right"),
                lines.get(0));
        assertTrue(lines.get(3).startsWith("after: whereabouts: loss "), lines.get(3));
        assertTrue(percent(lines.get(2)) < percent(lines.get(0)), adapting.out());
        assertEquals(adapter + ": 4,352 weights for 14 matrices; made for sprout", lines.get(4));
        assertEquals(List.of("adapter_config.json", "adapter_model.safetensors"), names(adapter));
        assertEquals(4352, Adapter.read(adapter).weights());
    }

    @Test
    void isReproducible() throws IOException {
        Path again = folder.resolve("again");
        course("adapt", BASE, "--out", again, "--rank", "2", "--steps", "4");
        String weights = "adapter_model.safetensors";
        assertEquals(-1, Files.mismatch(adapter.resolve(weights), again.resolve(weights)));
    }

    @Test
    void theMergedModelEvaluatesLikeTheAdapter() throws IOException {
        Path merged = folder.resolve("merged");
        Said said = course("merge", adapter, BASE, "--out", merged);
        assertEquals(0, said.status(), said.err());
        assertEquals(merged + "\n", said.out());
        assertEquals(
                List.of(
                        "LICENSE",
                        "config.json",
                        "generation_config.json",
                        "model.safetensors",
                        "tokenizer.json"),
                names(merged));
        Said one = course("evaluate", merged, "--quick", "--json");
        Said two = course("evaluate", adapter, "--quick", "--json");
        assertEquals(0, one.status(), one.err());
        assertEquals(one.out(), two.out());
        JsonNode hunts = new ObjectMapper().readTree(one.out()).at("/other_stories/hunts");
        assertEquals(100, hunts.at("/right_answers/all/of").asInt());
        assertTrue(hunts.at("/cross_entropy/excess").asDouble() > 0.1, hunts.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rank=0 | The rank of an adapter is 0; use 1 or more, such as 8.",
                "--rank=65 | Rank 65 is too high for model.layers.0.self_attn.q_proj.weight, which is 64 x 64: a rank cannot exceed the shorter side. Use 64 or less.",
                "--steps=0 | 0 steps of 16 stories in 4 chunks: use 1 or more of each.",
                "--corpus=prices | There is no corpus called \"prices\"; there are \"whereabouts\" and \"hunts\".",
            })
    void refusesInvalidOptions(String option, String message) {
        Path out = folder.resolve("none");
        Said said = course("adapt", BASE, "--out", out, option);
        assertEquals(2, said.status());
        assertEquals("course adapt: " + message + "\n", said.err());
        assertFalse(Files.exists(out));
    }

    @Test
    void checksItsTargetBeforeTraining() throws IOException {
        Path note = Files.writeString(folder.resolve("note.txt"), "mine");
        Said taken = course("adapt", BASE, "--out", folder);
        assertEquals(2, taken.status());
        assertEquals(
                "course adapt: "
                        + folder
                        + ": already exists. Name a folder that does not exist yet.\n",
                taken.err());
        Path inAFile = note.resolve("adapter");
        Said nowhere = course("adapt", BASE, "--out", inAFile);
        assertEquals(2, nowhere.status());
        assertEquals(
                "course adapt: %s: cannot be created because %s is not a writable folder. Name another place.\n"
                        .formatted(inAFile, note),
                nowhere.err());
        assertEquals("", taken.out() + nowhere.out(), "it learned before it looked");
        assertEquals(List.of("note.txt"), names(folder));
    }

    @Test
    void trainsOnlySupportedModels() throws IOException {
        Said gpt2 = course("adapt", "src/test/resources/models/gpt2", "--out", folder.resolve("a"));
        assertEquals(2, gpt2.status());
        assertTrue(gpt2.err().contains("this model is of the family \"gpt2\". Only Llama models"));
        Path whole = SmallModels.inWholeNumbers(BASE_FOLDER, folder.resolve("int8"));
        Said quantized = course("adapt", whole, "--out", folder.resolve("a"));
        assertEquals(2, quantized.status());
        assertTrue(quantized.err().contains("is of type I32"), quantized.err());
        assertEquals(List.of("int8"), names(folder));
    }

    @Test
    void mergeRefusesOtherModels() throws IOException {
        Path out = folder.resolve("out");
        Said wider = course("merge", adapter, "seedling", "--out", out);
        assertEquals(2, wider.status());
        assertTrue(
                wider.err()
                        .endsWith(
                                "is [128, 256], but the adapter is for [64, 128]. It was trained for another model.\n"),
                wider.err());
        Path changed = SmallModels.inWholeNumbers(BASE_FOLDER, folder.resolve("changed"));
        Said whole = course("merge", adapter, changed, "--out", out);
        assertEquals(2, whole.status());
        assertTrue(whole.err().contains("quantized already"), whole.err());
        Path foreign = SmallModels.trained(folder.resolve("run"));
        Said other = course("merge", adapter, foreign, "--out", out);
        assertEquals(2, other.status());
        assertTrue(other.err().contains("It was trained for another model."), other.err());
        assertFalse(Files.exists(out));
    }

    @Test
    void mergeReplacesNothing() throws IOException {
        Path mine = SmallModels.bare(BASE_FOLDER, folder.resolve("mine"));
        Said said = course("merge", adapter, BASE, "--out", mine);
        assertEquals(2, said.status());
        assertTrue(said.err().endsWith("Name a folder that does not exist yet.\n"), said.err());
        String weights = "model.safetensors";
        assertEquals(-1, Files.mismatch(BASE_FOLDER.resolve(weights), mine.resolve(weights)));
        assertEquals(List.of("mine"), names(folder), "no draft is left");
    }

    @Test
    void reportsMissingAndDamagedAdapters() throws IOException {
        Path out = folder.resolve("out");
        Said none = course("merge", BASE_FOLDER, BASE, "--out", out);
        assertEquals(2, none.status());
        assertTrue(none.err().contains("has no adapter_config.json, so it is not an adapter."));
        Path broken = Files.createDirectory(folder.resolve("broken"));
        Files.copy(adapter.resolve("adapter_config.json"), broken.resolve("adapter_config.json"));
        Files.write(broken.resolve("adapter_model.safetensors"), new byte[5]);
        Said cut = course("merge", broken, BASE, "--out", out);
        assertEquals(2, cut.status());
        assertTrue(cut.err().contains("The file is probably cut off"), cut.err());
        assertFalse(Files.exists(out));
    }

    @Test
    void evaluateReportsWhichModelAnAdapterNeeds() throws IOException {
        Path lost = Files.createDirectory(folder.resolve("lost"));
        String config = Files.readString(adapter.resolve("adapter_config.json"));
        Files.writeString(
                lost.resolve("adapter_config.json"), config.replace("\"sprout\"", "\"elsewhere\""));
        Files.copy(
                adapter.resolve("adapter_model.safetensors"),
                lost.resolve("adapter_model.safetensors"));
        Said said = course("evaluate", lost, "--quick");
        assertEquals(2, said.status());
        assertEquals(
                "course evaluate: %1$s: this adapter was trained for \"elsewhere\", which is neither a model of the course nor in the folder beside it. Run ./course merge %1$s MODEL --out FOLDER with the folder of that model, then evaluate the merged model.\n"
                        .formatted(lost),
                said.err());
    }

    private static double percent(String line) {
        return Double.parseDouble(line.replaceFirst(".*loss ([\\d.]+) %.*", "$1"));
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
