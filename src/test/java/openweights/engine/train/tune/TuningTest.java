package openweights.engine.train.tune;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import openweights.base.Sha256;
import openweights.base.UserException;
import openweights.engine.math.Backend;
import openweights.engine.math.kernel.Kernels;
import openweights.engine.math.thread.Pool;
import openweights.engine.model.Model;
import openweights.engine.model.config.ModelException;
import openweights.engine.quantize.Bits;
import openweights.engine.quantize.Quantized;
import openweights.engine.quantize.QuantizedFolder;
import openweights.engine.train.lora.Adapter;
import openweights.engine.train.lora.LoraConfig;
import openweights.engine.weights.Checkpoint;
import openweights.engine.weights.SafetensorsWriter;
import openweights.stories.corpus.Stories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuningTest {

    private static final Path FOLDER = Path.of("lessons/models/seedling-weights");
    private static final Stories HUNTS = Stories.of("hunts", 1);
    private static final String QUERIES = "model.layers.0.self_attn.q_proj.weight";
    private static final String KEYS = "model.layers.0.self_attn.k_proj.weight";

    private final Base base = Base.open(FOLDER);

    @Test
    void anAdapterLearnsANewKindOfStoryAndTheBaseStaysUnchanged() throws IOException {
        String before = Sha256.of(FOLDER.resolve("model.safetensors"));
        Tuning tuning =
                Tuning.lora(base, HUNTS, LoraConfig.ofRank(4), TuningConfig.lora().steps(15));
        double first = tuning.excess(HUNTS, 32).share();
        tuning.learn(result -> true);
        assertEquals(15, tuning.step());
        double last = tuning.excess(HUNTS, 32).share();
        assertTrue(last < 0.7 * first, first + " became " + last);
        assertEquals(before, Sha256.of(FOLDER.resolve("model.safetensors")));
        assertTrue(
                sameLogits(
                        Tuning.full(base, HUNTS, TuningConfig.full()).model(), Model.open(FOLDER)));
    }

    /**
     * Whether two models compute the same, up to rounding: weights that a training holds lie in
     * memory in another order than those of a file, and so their products add up in another order.
     */
    private static boolean sameLogits(Model one, Model other) {
        int[] text = {0, 300, 310};
        float[] a = one.forward(text, one.newState());
        float[] b = other.forward(text, other.newState());
        return IntStream.range(0, a.length).allMatch(i -> Math.abs(a[i] - b[i]) < 1e-4);
    }

    @Test
    void onlyTheTargetModulesChange() {
        LoraConfig lora = LoraConfig.ofRank(2).on("q_proj");
        Tuning tuning = Tuning.lora(base, HUNTS, lora, TuningConfig.lora().steps(2));
        float[] queries = tuning.weights(QUERIES);
        float[] keys = tuning.weights(KEYS);
        tuning.learn(result -> true);
        assertFalse(Arrays.equals(queries, tuning.weights(QUERIES)));
        assertArrayEquals(keys, tuning.weights(KEYS));
    }

    @Test
    void anAdapterLearnsOnABaseInFourBitsAndIsUsedBesideIt(@TempDir Path temp) throws IOException {
        Path four = temp.resolve("four");
        QuantizedFolder.write(Quantized.of(Model.open(FOLDER), Bits.INT4), FOLDER, four);
        Tuning tuning =
                Tuning.lora(
                        Base.open(four),
                        HUNTS,
                        LoraConfig.ofRank(4),
                        TuningConfig.lora().steps(15));
        double first = tuning.excess(HUNTS, 32).share();
        tuning.learn(result -> true);
        assertTrue(tuning.excess(HUNTS, 32).share() < 0.7 * first);
        assertTrue(sameLogits(tuning.model(), tuning.adapter().attach(four)));
    }

    @Test
    void fullFineTuningChangesAllWeights() {
        Tuning tuning = Tuning.full(base, HUNTS, TuningConfig.full().steps(2));
        float[] keys = tuning.weights(KEYS);
        tuning.learn();
        assertFalse(Arrays.equals(keys, tuning.weights(KEYS)));
        assertThrows(IllegalStateException.class, tuning::adapter);
    }

    @Test
    void threadsAndKernelChangeNoBit(@TempDir Path folder) throws IOException {
        TuningConfig plan = TuningConfig.lora().steps(3);
        write(plan, new Backend(Kernels.named("plain"), new Pool(1)), folder.resolve("a"));
        write(plan, Backend.best(), folder.resolve("b"));
        for (String file : new String[] {"adapter_config.json", "adapter_model.safetensors"}) {
            assertEquals(
                    -1,
                    Files.mismatch(
                            folder.resolve("a").resolve(file), folder.resolve("b").resolve(file)));
        }
    }

    private void write(TuningConfig plan, Backend backend, Path folder) throws IOException {
        Tuning tuning = Tuning.lora(base, HUNTS, LoraConfig.ofRank(2), plan, backend);
        tuning.learn(result -> true);
        tuning.adapter().write(folder);
    }

    /** Training and merging add the same update to the weights. */
    @Test
    void theTunedModelEqualsTheMergedOne() {
        Tuning tuning =
                Tuning.lora(base, HUNTS, LoraConfig.ofRank(2), TuningConfig.lora().steps(3));
        tuning.learn(result -> true);
        Adapter adapter = tuning.adapter();
        assertTrue(sameLogits(tuning.model(), adapter.merged(FOLDER)));
        assertFalse(sameLogits(tuning.model(), Model.open(FOLDER)));
    }

    @Test
    void refusesTargetsAndRanksThatDoNotFit() {
        LoraConfig unknown = LoraConfig.ofRank(2).on("c_attn");
        assertEquals(
                "No layer has a matrix \"c_attn\". The matrices are [down_proj, gate_proj, k_proj, o_proj, q_proj, up_proj, v_proj]",
                message(() -> Tuning.lora(base, HUNTS, unknown, TuningConfig.lora())));
        String tooHigh =
                message(
                        () ->
                                Tuning.lora(
                                        base, HUNTS, LoraConfig.ofRank(1000), TuningConfig.lora()));
        assertTrue(tooHigh.contains("Rank 1000 is too high for model.layers.0."), tooHigh);
        assertEquals(
                "The rank of an adapter is 0; use 1 or more, such as 8.",
                message(() -> LoraConfig.ofRank(0)));
    }

    private static String message(Runnable work) {
        return assertThrows(UserException.class, work::run).getMessage();
    }

    @Test
    void refusesModelsThatCannotBeTrainedHere() {
        Path gpt2 = Path.of("src/test/resources/models/gpt2");
        String message = assertThrows(ModelException.class, () -> Base.open(gpt2)).getMessage();
        assertTrue(message.contains("is of the family \"gpt2\""), message);
    }

    /** The file's head counts, so training a tied one would train another model. */
    @Test
    void refusesAModelWhoseFileHasAnotherHead(@TempDir Path folder) throws IOException {
        for (String name : List.of("config.json", "tokenizer.json")) {
            Files.copy(FOLDER.resolve(name), folder.resolve(name));
        }
        SafetensorsWriter writer = new SafetensorsWriter();
        Checkpoint.open(FOLDER).tensors().forEach(writer::put);
        long[] shape = Checkpoint.open(FOLDER).tensor("model.embed_tokens.weight").shape();
        writer.put("lm_head.weight", shape, new float[(int) (shape[0] * shape[1])]);
        writer.write(folder.resolve("model.safetensors"));
        String message = assertThrows(ModelException.class, () -> Base.open(folder)).getMessage();
        assertTrue(message.contains("has an output head of its own in its file"), message);
    }
}
