package openweights.engine.train.lora;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import openweights.engine.model.Model;
import openweights.engine.model.State;
import openweights.engine.weights.Checkpoint;
import openweights.engine.weights.Safetensors;
import openweights.engine.weights.SafetensorsWriter;
import openweights.engine.weights.StoredTensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdapterTest {

    private static final Path BASE = Path.of("lessons/models/seedling-weights");
    private static final int[] TEXT = {0, 300, 310, 320, 330};
    private static final LoraConfig LORA =
            new LoraConfig(3, 6, Set.of("q_proj", "v_proj", "down_proj"));

    @TempDir Path folder;

    private final Adapter adapter = random();

    /** An untrained adapter with a nonzero update everywhere. */
    private static Adapter random() {
        Random random = new Random(1);
        Map<String, LowRank> parts = new TreeMap<>();
        try {
            for (StoredTensor w : Checkpoint.open(BASE).tensors()) {
                String module = TargetModules.module(w.name());
                if (LORA.targets().contains(TargetModules.last(module))) {
                    parts.put(module, random((int) w.shape()[0], (int) w.shape()[1], random));
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return new Adapter(LORA, BaseName.of(BASE), parts);
    }

    private static LowRank random(int rows, int columns, Random random) {
        LowRank low = LowRank.initial(rows, columns, LORA, random);
        for (int i = 0; i < low.b().length; i++) {
            low.b()[i] = 0.1f * (float) random.nextGaussian();
        }
        return low;
    }

    @Test
    void attachedAndMergedGiveTheSameLogits() {
        float[] beside = logits(adapter.attach(BASE));
        float[] merged = logits(adapter.merged(BASE));
        assertArrayEquals(merged, beside, 1e-3f);
        assertTrue(farthest(merged, logits(Model.open(BASE))) > 0.1);
    }

    @Test
    void tokenByTokenAndAllAtOnceGiveTheSameLogits() {
        Model model = adapter.attach(BASE);
        State state = model.newState();
        float[] last = null;
        for (int id : TEXT) {
            last = model.forward(id, state);
        }
        assertArrayEquals(logits(model), last, 1e-3f);
    }

    @Test
    void aMergedModelOpensLikeAnyOther() throws IOException {
        Path target = folder.resolve("merged");
        adapter.merge(BASE, target);
        assertArrayEquals(logits(adapter.merged(BASE)), logits(Model.open(target)));
        assertEquals(-1, Files.mismatch(BASE.resolve("LICENSE"), target.resolve("LICENSE")));
    }

    @Test
    void aMergedModelReplacesNothing() throws IOException {
        Path note = Files.writeString(folder.resolve("config.json"), "mine");
        IOException refused = assertThrows(IOException.class, () -> adapter.merge(BASE, folder));
        assertEquals(
                folder + ": already exists. Name a folder that does not exist yet.",
                refused.getMessage());
        assertEquals("mine", Files.readString(note));
    }

    @Test
    void survivesWritingAndReading() throws IOException {
        adapter.write(folder);
        Adapter again = Adapter.read(folder);
        assertEquals(LORA, again.lora());
        assertEquals(adapter.base(), again.base());
        assertEquals(adapter.weights(), again.weights());
        assertArrayEquals(logits(adapter.merged(BASE)), logits(again.merged(BASE)));
    }

    @Test
    void namesItsTensorsAsPeftDoes() throws IOException {
        adapter.write(folder);
        Safetensors file = Safetensors.open(folder.resolve("adapter_model.safetensors"));
        String module = "base_model.model.model.layers.0.self_attn.q_proj";
        assertArrayEquals(new long[] {3, 128}, file.tensor(module + ".lora_A.weight").shape());
        assertArrayEquals(new long[] {128, 3}, file.tensor(module + ".lora_B.weight").shape());
    }

    @Test
    void refusesABaseWithOtherWeights() throws IOException {
        Path other =
                otherBase(
                        weights -> {
                            weights[0] += 1;
                            return weights;
                        });
        String message = message(() -> adapter.attach(other));
        assertTrue(
                message.startsWith(
                        other
                                + ": the adapter was trained for \"seedling-weights\", whose weights have the SHA-256 "),
                message);
    }

    private Path otherBase(UnaryOperator<float[]> change) throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.copy(BASE.resolve("config.json"), other.resolve("config.json"));
        SafetensorsWriter writer = new SafetensorsWriter();
        for (StoredTensor t : Checkpoint.open(BASE).tensors()) {
            writer.put(t.name(), t.shape(), change.apply(t.floats()));
        }
        writer.write(other.resolve("model.safetensors"));
        return other;
    }

    @Test
    void refusesABaseOfAnotherShape() {
        Path llama = Path.of("src/test/resources/models/llama");
        String message = message(() -> adapter.merged(llama));
        assertTrue(message.contains("but the adapter is for [128, "), message);
        Path gpt2 = Path.of("src/test/resources/models/gpt2");
        message = message(() -> adapter.merged(gpt2));
        assertTrue(message.contains("which this model does not have"), message);
    }

    @Test
    void refusesAFolderWithoutAnAdapter() {
        assertEquals(
                folder
                        + ": has no adapter_config.json, so it is not an adapter. Name a folder that ./course adapt or PEFT wrote.",
                message(() -> Adapter.read(folder)));
    }

    @Test
    void refusesATruncatedFile() throws IOException {
        adapter.write(folder);
        Path file = folder.resolve("adapter_model.safetensors");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 100));
        String message = message(() -> Adapter.read(folder));
        assertTrue(message.startsWith(file.toString()), message);
    }

    @Test
    void refusesUnsupportedFeatures() throws IOException {
        for (String key :
                new String[] {"\"use_dora\": true", "\"modules_to_save\": [\"lm_head\"]"}) {
            adapter.write(folder);
            changeConfig("\"peft_type\"", key + ", \"peft_type\"");
            String message = message(() -> Adapter.read(folder));
            assertTrue(message.contains("which is not supported"), message);
        }
        adapter.write(folder);
        changeConfig("LORA", "IA3");
        assertTrue(
                message(() -> Adapter.read(folder))
                        .endsWith("\"peft_type\" is \"IA3\"; only \"LORA\" is supported."));
    }

    @Test
    void refusesAConfigThatDoesNotMatchTheWeights() throws IOException {
        adapter.write(folder);
        changeConfig("\"r\" : 3", "\"r\" : 4");
        assertTrue(
                message(() -> Adapter.read(folder))
                        .contains("adapter_config.json requires [4, inputs]"));
        adapter.write(folder);
        changeConfig("\"r\" : 3", "\"r\" : 0");
        assertTrue(message(() -> Adapter.read(folder)).contains("The rank of an adapter is 0"));
        adapter.write(folder);
        changeConfig("\"q_proj\", ", "");
        assertTrue(
                message(() -> Adapter.read(folder))
                        .contains("does not belong to the modules that"));
        adapter.write(folder);
        changeConfig("{", "");
        assertTrue(message(() -> Adapter.read(folder)).contains("damaged"));
    }

    private void changeConfig(String from, String to) throws IOException {
        Path file = folder.resolve("adapter_config.json");
        String text = Files.readString(file);
        assertTrue(text.contains(from), text);
        Files.writeString(file, text.replace(from, to));
    }

    @Test
    void refusesAnAWithoutItsB() throws IOException {
        adapter.write(folder);
        Path file = folder.resolve("adapter_model.safetensors");
        SafetensorsWriter writer = new SafetensorsWriter();
        Safetensors whole = Safetensors.open(file);
        String left =
                new TreeSet<>(whole.tensors().stream().map(StoredTensor::name).toList()).first();
        writer.put(whole.tensor(left)).write(folder.resolve("half"));
        Files.move(folder.resolve("half"), file, StandardCopyOption.REPLACE_EXISTING);
        String message = message(() -> Adapter.read(folder));
        assertTrue(message.contains("has no tensor") && message.contains("lora_B"), message);
    }

    private static String message(Runnable work) {
        return assertThrows(AdapterException.class, work::run).getMessage();
    }

    private static float[] logits(Model model) {
        return model.forward(TEXT, model.newState());
    }

    private static double farthest(float[] some, float[] others) {
        double most = 0;
        for (int i = 0; i < some.length; i++) {
            most = Math.max(most, Math.abs(some[i] - others[i]));
        }
        return most;
    }
}
