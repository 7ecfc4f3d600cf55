package openweights.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import openweights.base.UserException;
import openweights.engine.gguf.Gguf;
import openweights.engine.gguf.architecture.Architecture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No key of a GGUF file is overlooked: in every architecture, each that there is in the format is
 * followed, so that the model computes something else, or refused by its name.
 */
class GgufKeysTest {

    /** Keys that change no logits in any program, or none that the tensors do not decide. */
    private static final Set<String> DESCRIBING =
            Set.of(
                    "context_length",
                    "pooling_type",
                    "tensor_data_layout",
                    "vocab_size",
                    "rope.scaling.finetuned",
                    "rope.scaling.original_context_length",
                    "rope.scaling.yarn_beta_fast",
                    "rope.scaling.yarn_beta_slow");

    /** What changes nothing in one architecture. */
    private static final Set<String> THERE =
            Set.of(
                    "stablelm.use_parallel_residual", // the tensors say it
                    "qwen35.rope.dimension_sections", // for pictures
                    "qwen35.full_attention_interval", // a list of layers is there, too
                    "qwen3moe.feed_forward_length", // all layers have experts
                    "gpt-oss.feed_forward_length",
                    "olmo.attention.layer_norm_rms_epsilon", // LayerNorm has another key
                    "gemma4.rope.freq_base", // these models rotate one pair
                    "gptneox.rope.freq_base",
                    "stablelm.rope.freq_base");

    /** Keys that some files of an architecture have, and all could. */
    private static final Set<String> OPTIONAL =
            Set.of(
                    "attention.key_length",
                    "attention.shared_kv_layers",
                    "attention.sliding_window",
                    "expert_count",
                    "nextn_predict_layers",
                    "rope.dimension_count",
                    "rope.scaling.factor");

    private static final int[] IDS = IntStream.range(0, 14).map(i -> (7 * i + 3) % 40).toArray();

    @TempDir private Path folder;

    static List<Path> files() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path folder : List.of(ChangedGguf.FILES, ChangedGguf.FILES.resolve("families"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".gguf")).sorted().forEach(all::add);
            }
        }
        return all;
    }

    @Test
    void everyArchitectureIsHere() throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path file : files()) {
            found.add(architecture(file));
        }
        assertEquals(Architecture.names(), found);
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachKeyIsFollowedOrRefused(Path file) throws IOException {
        String architecture = architecture(file);
        float[] before = logits(file);
        List<String> overlooked = new ArrayList<>();
        for (String line : Files.readAllLines(ChangedGguf.FILES.resolve("keys.txt"))) {
            String[] parts = line.split(" ", 2);
            String key = architecture + "." + parts[0];
            if (DESCRIBING.contains(parts[0]) || THERE.contains(key) || isOtherNorm(file, key)) {
                continue;
            }
            boolean counts = false;
            for (Object value : values(parts[1])) {
                counts |= counts(file, key, value, before);
            }
            if (!counts) {
                overlooked.add(line);
            }
        }
        assertEquals(List.of(), overlooked, architecture);
    }

    @ParameterizedTest
    @MethodSource("files")
    void aKeyThatNobodyKnowsIsRefused(Path file) throws IOException {
        float[] before = logits(file);
        assertTrue(counts(file, architecture(file) + ".future.switch", 0, before));
        assertTrue(counts(file, "xielu.gamma", List.of(0.5f, 0.5f), before));
    }

    /** Whether the logits are others, or the model is refused by the key's name. */
    private boolean counts(Path file, String key, Object value, float[] before) throws IOException {
        Path target = folder.resolve("changed.gguf");
        Files.deleteIfExists(target);
        Object there = Gguf.open(file).metadata().values().get(key);
        boolean same = String.valueOf(value).equals(String.valueOf(there));
        Object other = same && value instanceof Integer count ? (Object) (count + 1) : value;
        Path changed = ChangedGguf.write(file, Map.of(key, other), target);
        try {
            return !Arrays.equals(before, logits(changed));
        } catch (UserException e) {
            String said = String.valueOf(e.getMessage());
            return said.contains("\"" + key + "\"") || isFollowed(file, key);
        }
    }

    /** Then what is wrong with it may be said of tensors, or of other keys. */
    private static boolean isFollowed(Path file, String key) throws IOException {
        return OPTIONAL.contains(plain(key)) || Gguf.open(file).metadata().has(key);
    }

    private static String plain(String key) {
        return key.substring(key.indexOf('.') + 1);
    }

    /** The variance's addition of norms of the kind that the architecture does not have. */
    private static boolean isOtherNorm(Path file, String key) throws IOException {
        return key.matches(".*attention.layer_norm(_rms)?_epsilon")
                && !Gguf.open(file).metadata().has(key)
                && !key.equals("olmo.attention.layer_norm_epsilon");
    }

    private static List<Object> values(String text) {
        if (text.startsWith("[")) {
            String[] elements = text.substring(1, text.length() - 1).split(",");
            List<List<Object>> each = Stream.of(elements).map(GgufKeysTest::values).toList();
            return List.of(each.stream().map(values -> values.get(0)).toList());
        }
        Function<String, Object> parse = text.contains(".") ? Float::valueOf : Integer::valueOf;
        return text.matches("true|false")
                ? List.of(true, false)
                : List.of(text.matches("[\\d.]+") ? parse.apply(text) : text);
    }

    private static String architecture(Path file) throws IOException {
        return Gguf.open(file).metadata().requireText("general.architecture");
    }

    private static float[] logits(Path file) throws IOException {
        Model model = Model.open(file);
        return model.forward(IDS, model.newState());
    }
}
