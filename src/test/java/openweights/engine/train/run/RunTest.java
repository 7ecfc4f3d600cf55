package openweights.engine.train.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import openweights.engine.generate.Generator;
import openweights.engine.generate.Request;
import openweights.engine.math.Backend;
import openweights.engine.model.Model;
import openweights.engine.token.Tokenizer;
import openweights.engine.train.StepResult;
import openweights.engine.train.recipe.Recipe;
import openweights.engine.weights.Safetensors;
import openweights.engine.weights.StoredTensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {

    private static final Path TINY = TinyRecipe.file();
    private static final Backend BACKEND = Backend.best();

    @TempDir static Path shared;
    @TempDir Path folder;

    private static RunFolder whole;

    @BeforeAll
    static void runOnceWithoutInterruption() throws IOException {
        Run run = Run.open(TINY, shared.resolve("whole"), BACKEND);
        assertTrue(run.go(24, new RunListener() {}, () -> false));
        whole = run.folder();
    }

    @Test
    void writesAModelThatTheEngineOpens() throws IOException {
        Model model = Model.open(whole.path());
        Generator generator = new Generator(model, Tokenizer.open(whole.path()));
        assertEquals(12, generator.generate(Request.greedy("Anna", 12), text -> {}).ids().length);
        RunRecord record = RunRecord.read(whole.record());
        assertEquals(2, record.checkpoints().size());
        assertFalse(Files.exists(whole.state()));
        assertTrue(Files.readString(whole.log()).startsWith("step,tokens,loss,"));
    }

    @Test
    void interruptionsDoNotChangeTheBytes() throws IOException {
        for (int stopAt : new int[] {3, 12, 17}) {
            Run run = Run.open(TINY, folder, BACKEND);
            assertFalse(run.go(24, new RunListener() {}, () -> run.step() >= stopAt));
        }
        Run.open(TINY, folder, BACKEND).go(24, new RunListener() {}, () -> false);
        RunFolder again = new RunFolder(folder);
        assertEquals(Files.readString(whole.record()), Files.readString(again.record()));
        assertEquals(Files.readString(whole.log()), Files.readString(again.log()));
        assertEquals(-1, Files.mismatch(whole.model(), again.model()));
    }

    @Test
    void resumesAfterTheLastCompleteLineOfTheLog() throws IOException {
        Run.open(TINY, folder, BACKEND).go(13, new RunListener() {}, () -> false);
        Files.writeString(
                folder.resolve("log.csv"),
                Files.readString(folder.resolve("log.csv")) + "13,half a li");
        Run.open(TINY, folder, BACKEND).go(24, new RunListener() {}, () -> false);
        assertEquals(-1, Files.mismatch(whole.log(), folder.resolve("log.csv")));
    }

    @Test
    void neverOverwritesAFinishedRun() {
        assertRefused(
                TINY,
                whole.path(),
                ": contains a finished run, which is never overwritten. Choose another folder with --out, or delete this one first.");
    }

    @Test
    void leavesOtherFilesAlone() throws IOException {
        Files.writeString(folder.resolve("homework.txt"), "mine");
        assertRefused(TINY, folder, ": contains files but no run. Choose a new folder");
        assertEquals("mine", Files.readString(folder.resolve("homework.txt")));
    }

    @Test
    void refusesAnotherRecipeInTheSameFolder() throws IOException {
        Run.open(TINY, folder, BACKEND);
        Path other = shared.resolve("other.json");
        Files.writeString(other, TinyRecipe.text().replace("\"seed\": 1,", "\"seed\": 2,"));
        assertRefused(other, folder, ": contains an unfinished run of another recipe");
    }

    @Test
    void refusesAChangedGenerator() throws IOException {
        Path other = shared.resolve("version.json");
        String recipe = TinyRecipe.text();
        Files.writeString(other, recipe.replaceFirst("\"version\": \\d+", "\"version\": 99"));
        assertRefused(other, folder, "\"corpus.version\" is 99, but this course generates version");
    }

    @Test
    void refusesAVocabularySmallerThanTheBytes() throws IOException {
        Path other = shared.resolve("vocabulary.json");
        String recipe = TinyRecipe.text();
        Files.writeString(
                other, recipe.replace("\"vocabulary_size\": 400", "\"vocabulary_size\": 100"));
        assertRefused(other, folder, "A vocabulary of 100 tokens is too small");
    }

    @Test
    void refusesStoriesLongerThanTheContext() throws IOException {
        Path other = shared.resolve("short.json");
        String recipe = TinyRecipe.text();
        Files.writeString(
                other,
                recipe.replace(
                        "\"max_position_embeddings\": 160", "\"max_position_embeddings\": 8"));
        Run run = Run.open(other, folder, BACKEND);
        RunException e =
                assertThrows(
                        RunException.class, () -> run.go(1, new RunListener() {}, () -> false));
        assertTrue(e.getMessage().contains("\"model.max_position_embeddings\" is 8, but"));
    }

    @Test
    void reportsADamagedState() throws IOException {
        Run.open(TINY, folder, BACKEND).go(10, new RunListener() {}, () -> false);
        Path state = folder.resolve("state.safetensors");
        byte[] bytes = Files.readAllBytes(state);
        bytes[bytes.length - 100] ^= 1;
        Files.write(state, bytes);
        assertRefused(TINY, folder, ": this state of an interrupted run is damaged: its values");
        Files.write(state, Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused(TINY, folder, ": this state of an interrupted run is damaged: ");
        Files.delete(state);
        assertEquals(0, Run.open(TINY, folder, BACKEND).step());
    }

    @Test
    void refusesATokenizerThatTheRecipeDoesNotProduce() throws IOException {
        Run.open(TINY, folder, BACKEND);
        Files.writeString(folder.resolve("tokenizer.json"), "{}");
        assertRefused(
                TINY, folder, "tokenizer.json: is not the tokenizer that the recipe produces");
    }

    @Test
    void reportsAnUnwritableFolderAndResumesLater() throws IOException {
        Run run = Run.open(TINY, folder, BACKEND);
        run.go(10, new RunListener() {}, () -> false);
        byte[] state = Files.readAllBytes(run.folder().state());
        RunListener vandal =
                new RunListener() {
                    @Override
                    public void stepped(StepResult progress) {
                        inTheWay(run.folder().checkpoint(16).getParent());
                    }
                };
        Run second = Run.open(TINY, folder, BACKEND);
        RunException e = assertThrows(RunException.class, () -> second.go(24, vandal, () -> false));
        assertTrue(e.getMessage().startsWith(folder + ": cannot be written ("), e.getMessage());
        assertArrayEquals(state, Files.readAllBytes(run.folder().state()));
        Files.delete(folder.resolve("checkpoints"));
        Files.createDirectory(folder.resolve("checkpoints"));
        Files.copy(whole.checkpoint(8), new RunFolder(folder).checkpoint(8));
        Run.open(TINY, folder, BACKEND).go(24, new RunListener() {}, () -> false);
        assertEquals(Files.readString(whole.record()), Files.readString(run.folder().record()));
    }

    /** Puts a file where a folder is expected. */
    private static void inTheWay(Path path) {
        try {
            if (Files.isDirectory(path)) {
                Files.delete(path.resolve("step-000008.safetensors"));
                Files.delete(path);
                Files.writeString(path, "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void allowsOneProcessPerFolder() throws IOException {
        Run run = Run.open(TINY, folder, BACKEND);
        try (FileChannel other =
                FileChannel.open(
                        folder.resolve(".lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            assertNotNull(other.lock());
            RunException e =
                    assertThrows(
                            RunException.class, () -> run.go(1, new RunListener() {}, () -> false));
            assertTrue(e.getMessage().contains(": another process is training here."));
        }
        assertTrue(run.go(1, new RunListener() {}, () -> false));
    }

    @Test
    void inMemoryTrainingGivesTheSameWeights() throws IOException {
        InMemoryRun live = InMemoryRun.of(Recipe.read(TINY), BACKEND);
        AtomicInteger steps = new AtomicInteger();
        double first = live.learn().loss();
        live.learn(
                (StepResult progress) -> {
                    steps.incrementAndGet();
                    return true;
                });
        assertEquals(23, steps.get());
        assertTrue(live.excess().loss() < first);
        Model model = Model.open(whole.path());
        int[] ids = live.tokenizer().encode("Anna was in the");
        float[] expected = model.forward(ids, model.newState());
        float[] found = live.model().forward(ids, live.model().newState());
        // Weights in memory and from a file lie in different orders, so sums are rounded
        // differently.
        assertArrayEquals(expected, found, 1e-4f);
        Safetensors file = Safetensors.open(whole.path().resolve("model.safetensors"));
        for (StoredTensor tensor : file.tensors()) {
            assertArrayEquals(tensor.floats(), live.weights(tensor.name()), tensor.name());
        }
        assertEquals(48, live.weights("model.norm.weight").length);
        assertThrows(IllegalArgumentException.class, () -> live.weights("model.norm"));
    }

    private static void assertRefused(Path recipe, Path folder, String message) {
        RunException e = assertThrows(RunException.class, () -> Run.open(recipe, folder, BACKEND));
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }
}
