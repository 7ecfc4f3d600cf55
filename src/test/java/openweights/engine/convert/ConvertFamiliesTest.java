package openweights.engine.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import openweights.base.Folders;
import openweights.base.UserException;
import openweights.engine.convert.Conversion.Format;
import openweights.engine.model.Model;
import openweights.engine.model.ModelFiles;
import openweights.engine.model.TensorManifest;
import openweights.engine.view.TensorView;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tiny models of every family, in several configurations each: what is written computes the same,
 * and what cannot be written is refused with the reason.
 */
class ConvertFamiliesTest {

    private static final Path FAMILIES = Path.of("src/test/resources/families");

    /** What cannot be written, and what the refusal says. */
    private static final Map<String, String> REFUSED =
            Map.ofEntries(
                    Map.entry("apertus-silu", "\"hidden_act\" is not"),
                    Map.entry("cohere-normed", "\"use_qk_norm\" is true"),
                    Map.entry("cohere-wide", "\"attention_bias\" is true"),
                    Map.entry("cohere2-untied", "\"attention_bias\" is true"),
                    Map.entry("deepseek_v3-yarn", "\"rope_interleave\" is false"),
                    Map.entry("falcon-alibi", "\"alibi\" is true"),
                    Map.entry("gemma2", "query_pre_attn_scalar is 9.0"),
                    Map.entry("gemma2-uncapped", "\"attn_logit_softcapping\" is 0"),
                    Map.entry("gemma3_text", "query_pre_attn_scalar is 9.0"),
                    Map.entry("gemma3_text-linear", "layers is"),
                    Map.entry("gemma4_text-experts", "\"attention_bias\" is true"),
                    Map.entry("gpt_oss-tight", "\"attention_bias\" is false"),
                    Map.entry("llama-yarn", "rope_parameters is"),
                    Map.entry("llama4_text", "layers is"),
                    Map.entry("llama4_text-tuned", "floor_scale is 3"),
                    Map.entry("mistral-layers", "layers is"),
                    Map.entry("mistral4-groups", "rope is"),
                    Map.entry("qwen3_5_text", "\"linear_value_head_dim\" is 5"),
                    Map.entry("qwen3_5_text-tied", "\"attention_bias\" is true"),
                    Map.entry("olmo3-yarn", "sliding_rope is"),
                    Map.entry("olmoe", "\"num_key_value_heads\" is 2"),
                    Map.entry("olmoe-clipped", "\"num_key_value_heads\" is 2"),
                    Map.entry("qwen2-window", "layers is"),
                    Map.entry("qwen3-window", "\"attention_bias\" is true"),
                    Map.entry("qwen3_moe", "norm_topk_prob is false"),
                    Map.entry("qwen3_moe-sparse", "decoder_sparse_step is 2"),
                    Map.entry("smollm3-window", "no_rope_layers is"),
                    Map.entry("starcoder2-window", "\"use_bias\" is false"));

    private static final Map<String, ?> YARN =
            Map.of(
                    "rope_type",
                    "yarn",
                    "rope_theta",
                    1000,
                    "factor",
                    4,
                    "mscale",
                    0.7,
                    "mscale_all_dim",
                    0.7,
                    "llama_4_scaling_beta",
                    0.3,
                    "original_max_position_embeddings",
                    4);

    /** What has to be another way for a model to be written. */
    private static final Map<String, Map<String, ?>> CHANGES =
            Map.of(
                    "deepseek_v3-yarn", Map.of("rope_interleave", true, "rope_parameters", YARN),
                    "gemma2", Map.of("query_pre_attn_scalar", 6),
                    "gemma3_text", Map.of("query_pre_attn_scalar", 6),
                    "llama4_text", Map.of("attention_chunk_size", 8192),
                    "mistral4-groups", Map.of("rope_parameters", YARN),
                    "olmo3-yarn",
                            Map.of(
                                    "rope_parameters",
                                    Map.of(
                                            "full_attention",
                                            YARN,
                                            "sliding_attention",
                                            Map.of("rope_type", "default", "rope_theta", 1000))),
                    "qwen3_moe", Map.of("norm_topk_prob", true));

    static Set<String> changed() {
        return CHANGES.keySet();
    }

    @TempDir Path folder;

    static Stream<Path> models() throws IOException {
        return Files.list(FAMILIES).sorted();
    }

    private Path complete(Path model, Map<String, ?> changes) throws IOException {
        return CompleteModel.copy(model, changes, folder.resolve("model"));
    }

    private static float[][] logits(Path model) {
        int[] ids = IntStream.range(0, 14).map(i -> (7 * i + 3) % 40).toArray();
        Model opened = Model.open(model);
        return opened.logits(ids, opened.newState());
    }

    @ParameterizedTest
    @MethodSource("models")
    void isWrittenOrRefused(Path model) throws IOException {
        String name = String.valueOf(model.getFileName());
        Path gguf = folder.resolve("model.gguf");
        Conversion there =
                new Conversion(complete(model, Map.of()), "m", Format.GGUF, WeightType.F32);
        if (!REFUSED.containsKey(name)) {
            there.write(gguf);
            requireSame(folder.resolve("model"), gguf);
            return;
        }
        UserException refusal = assertThrows(UserException.class, () -> there.write(gguf));
        String said = String.valueOf(refusal.getMessage());
        assertTrue(said.contains(REFUSED.get(name)), said);
        assertFalse(said.contains("draft"), said);
        assertTrue(Files.notExists(gguf));
    }

    @ParameterizedTest
    @MethodSource("changed")
    void isWrittenWithUsualSettings(String name) throws IOException {
        Path original = complete(FAMILIES.resolve(name), CHANGES.get(name));
        Path gguf = folder.resolve("model.gguf");
        new Conversion(original, "m", Format.GGUF, WeightType.F32).write(gguf);
        requireSame(original, gguf);
    }

    /** Both the file and what is made of it compute what the original does. */
    private void requireSame(Path original, Path gguf) throws IOException {
        Path back = folder.resolve("back");
        new Conversion(gguf, "m", Format.SAFETENSORS, WeightType.F32).write(back);
        float[][] expected = logits(original);
        for (Path written : List.of(gguf, back)) {
            float[][] found = logits(written);
            for (int t = 0; t < expected.length; t++) {
                assertArrayEquals(expected[t], found[t], 1e-5f, written + ", token " + t);
            }
        }
    }

    /**
     * In these types every number comes back as it was, but for those that files have another way:
     * norms around 1, and the logarithm of a speed.
     */
    @ParameterizedTest
    @EnumSource(
            value = WeightType.class,
            names = {"F32", "F16", "BF16"})
    void thereAndBackIsTheSameBitForBit(WeightType type) throws IOException {
        for (Path model : models().toList()) {
            String name = String.valueOf(model.getFileName());
            if (REFUSED.containsKey(name) && !CHANGES.containsKey(name)) {
                continue;
            }
            Path there = folder.resolve(name + ".gguf");
            Path narrow = folder.resolve(name + "-narrow");
            Path back = folder.resolve(name + "-back");
            Path original = complete(model, CHANGES.getOrDefault(name, Map.of()));
            new Conversion(original, "m", Format.SAFETENSORS, type).write(narrow);
            new Conversion(narrow, "m", Format.GGUF, type).write(there);
            new Conversion(there, "m", Format.SAFETENSORS, type).write(back);
            requireSameBits(narrow, back);
            Folders.delete(original);
        }
    }

    private static void requireSameBits(Path original, Path back) throws IOException {
        Map<String, float[]> expected = numbers(original);
        Map<String, float[]> found = numbers(back);
        assertEquals(expected.keySet(), found.keySet());
        expected.forEach(
                (tensor, numbers) ->
                        assertArrayEquals(
                                numbers,
                                found.get(tensor),
                                tensor.contains("norm") || tensor.endsWith("A_log") ? 1e-6f : 0,
                                back + " " + tensor));
    }

    /** By the names that the engine knows them by in a GGUF file. */
    private static Map<String, float[]> numbers(Path model) throws IOException {
        ModelFiles files = ModelFiles.of(model);
        Map<String, float[]> numbers = new TreeMap<>();
        for (String name :
                TensorManifest.of(files.config(), files.tensors()::contains).shapes().keySet()) {
            TensorView tensor = files.tensors().tensor(name);
            numbers.put(
                    name.replaceFirst("^(transformer|gpt_neox)\\.", ""),
                    tensor.floats(0, (int) tensor.elements()));
        }
        return numbers;
    }
}
