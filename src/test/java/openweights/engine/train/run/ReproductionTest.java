package openweights.engine.train.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import openweights.engine.math.Backend;
import openweights.engine.math.kernel.Kernels;
import openweights.engine.math.thread.Pool;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproductionTest {

    private static final Path TINY = TinyRecipe.file();

    @TempDir static Path shared;
    @TempDir Path temporary;

    private final List<HashLink> links = new ArrayList<>();
    private Path model;

    @BeforeAll
    static void train() throws IOException {
        Run.open(TINY, shared.resolve("model"), Backend.best())
                .go(24, new RunListener() {}, () -> false);
    }

    @BeforeEach
    void copy() throws IOException {
        model = temporary.resolve("model");
        try (Stream<Path> files = Files.walk(shared.resolve("model"))) {
            for (Path file : files.toList()) {
                Files.copy(file, model.resolve(shared.resolve("model").relativize(file)));
            }
        }
    }

    @Test
    void reproducesTheBytesWithOneThreadAndThePlainKernel() throws IOException {
        Backend other = new Backend(Kernels.named("plain"), new Pool(1));
        assertEquals(Reproduction.Outcome.SAME, reproduce(24, other));
        assertEquals(
                List.of(
                        "recipe",
                        "corpus",
                        "tokenizer",
                        "file tokenizer.json",
                        "file step-000008.safetensors",
                        "file step-000016.safetensors",
                        "file model.safetensors",
                        "step 8",
                        "step 16",
                        "step 24",
                        "file log.csv"),
                links.stream().map(HashLink::name).toList());
    }

    @Test
    void stopsEarlyAndResumes() throws IOException {
        assertEquals(Reproduction.Outcome.SAME, reproduce(10, Backend.best()));
        assertEquals("step 8", last().name());
        assertEquals(Reproduction.Outcome.SAME, reproduce(24, Backend.best()));
        assertEquals("file log.csv", last().name());
    }

    @Test
    void reportsAChangedRecipe() throws IOException {
        replace("recipe.json", "\"beta1\": 0.9,", "\"beta1\": 0.8,");
        assertBroken("recipe");
    }

    @Test
    void reportsAChangedCorpus() throws IOException {
        replace("run.json", RunRecord.read(model.resolve("run.json")).corpus(), "0".repeat(64));
        assertBroken("corpus");
    }

    @Test
    void reportsATokenizerThatTheRecipeDoesNotProduce() throws IOException {
        replace("run.json", RunRecord.read(model.resolve("run.json")).tokenizer(), "0".repeat(64));
        assertBroken("tokenizer");
    }

    @Test
    void reportsATamperedFile() throws IOException {
        byte[] bytes = Files.readAllBytes(model.resolve("model.safetensors"));
        bytes[bytes.length - 1] ^= 1;
        Files.write(model.resolve("model.safetensors"), bytes);
        assertBroken("file model.safetensors");
    }

    @Test
    void reportsTheFirstStepWhoseWeightsDiffer() throws IOException {
        // As if the training had diverged between steps 8 and 16: file and record agree.
        String kept = RunRecord.read(model.resolve("run.json")).checkpoints().get(16);
        Files.delete(model.resolve("checkpoints/step-000016.safetensors"));
        replace("run.json", kept, "0".repeat(64));
        assertBroken("step 16");
    }

    @Test
    void reportsTheFirstStepThatCanBeCompared() {
        RunException e = assertThrows(RunException.class, () -> reproduce(7, Backend.best()));
        assertEquals(
                model
                        + ": no weights were saved up to step 7; the first to compare with are those of step 8.",
                e.getMessage());
    }

    private void assertBroken(String link) throws IOException {
        assertEquals(Reproduction.Outcome.DIFFERENT, reproduce(24, Backend.best()));
        assertEquals(link, last().name());
        assertEquals(1, links.stream().filter(l -> !l.isSame()).count());
    }

    private HashLink last() {
        return links.get(links.size() - 1);
    }

    private Reproduction.Outcome reproduce(int until, Backend backend) throws IOException {
        return new Reproduction(model, temporary.resolve("again"), backend)
                .go(until, links::add, new RunListener() {}, () -> false);
    }

    private void replace(String file, String part, String instead) throws IOException {
        Path path = model.resolve(file);
        Files.writeString(path, Files.readString(path).replace(part, instead));
    }
}
