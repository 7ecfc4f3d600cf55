package openweights.engine.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published numbers of parameters follow from the published configs. */
class TensorManifestTest {

    private static final String LLAMA =
            "{'model_type': '%s', 'hidden_size': %d, 'num_hidden_layers': %d, 'num_attention_heads': %d, 'num_key_value_heads': %d, 'intermediate_size': %d, 'vocab_size': %d%s}";

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "llama, 4096, 32, 32, 8, 14336, 128256, 8030261248",
        "llama, 8192, 80, 64, 8, 28672, 128256, 70553706496",
        "llama, 4096, 32, 32, 32, 11008, 32000, 6738415616",
        "llama, 2048, 22, 32, 4, 5632, 32000, 1100048384",
        "mistral, 4096, 32, 32, 8, 14336, 32000, 7241732096",
        "mistral, 6144, 56, 48, 8, 16384, 32768, 22247282688",
        "mixtral, 4096, 32, 32, 8, 14336, 32000, 46702792704",
        "mixtral, 6144, 56, 48, 8, 16384, 32768, 140630071296",
    })
    void countsParametersOfTheLlamaFamily(
            String type, int d, int layers, int heads, int kv, int f, int v, long parameters)
            throws Exception {
        String more = type.equals("mixtral") ? ", 'num_local_experts': 8" : "";
        Config config = config(String.format(LLAMA, type, d, layers, heads, kv, f, v, more));
        assertEquals(parameters, TensorManifest.of(config).parameters());
    }

    @ParameterizedTest
    @CsvSource({
        "768, 12, 12, 124439808",
        "1024, 24, 16, 354823168",
        "1280, 36, 20, 774030080",
        "1600, 48, 25, 1557611200"
    })
    void countsGpt2(int d, int layers, int heads, long parameters) throws Exception {
        String json =
                "{'model_type': 'gpt2', 'n_embd': %d, 'n_layer': %d, 'n_head': %d, 'vocab_size': 50257, 'n_positions': 1024}";
        assertEquals(
                parameters,
                TensorManifest.of(config(String.format(json, d, layers, heads))).parameters());
    }

    @ParameterizedTest
    @CsvSource({"1024, 24, 16, 559214592", "14336, 70, 112, 176247271424"})
    void countsParametersOfBloom(int d, int layers, int heads, long parameters) throws Exception {
        String json =
                "{'model_type': 'bloom', 'n_embed': %d, 'n_layer': %d, 'num_attention_heads': %d, 'vocab_size': 250880}";
        assertEquals(
                parameters,
                TensorManifest.of(config(String.format(json, d, layers, heads))).parameters());
    }

    @ParameterizedTest
    @CsvSource({
        "qwen3, 1024, 28, 16, 8, 3072, 151936, 128, true, 596049920",
        "qwen3, 4096, 36, 32, 8, 12288, 151936, 128, false, 8190735360",
        "olmo3, 4096, 32, 32, 32, 11008, 100278, 128, false, 7298011136",
        "olmo3, 5120, 64, 40, 8, 27648, 100278, 128, false, 32233522176",
        "ministral3, 4096, 34, 32, 8, 14336, 131072, 128, false, 8489553920",
    })
    void countsParametersOfLaterFamilies(
            String type,
            int d,
            int layers,
            int heads,
            int kv,
            int f,
            int v,
            int size,
            boolean tied,
            long parameters)
            throws Exception {
        String more = ", 'head_dim': " + size + ", 'tie_word_embeddings': " + tied;
        Config config = config(String.format(LLAMA, type, d, layers, heads, kv, f, v, more));
        assertEquals(parameters, TensorManifest.of(config).parameters());
    }

    /** Qwen3-30B-A3B. */
    @Test
    void countsTheExpertsThatATokenUses() throws Exception {
        String more =
                ", 'head_dim': 128, 'num_experts': 128, 'num_experts_per_tok': 8, 'moe_intermediate_size': 768";
        TensorManifest manifest =
                TensorManifest.of(
                        config(
                                String.format(
                                        LLAMA, "qwen3_moe", 2048, 48, 32, 4, 6144, 151936, more)));
        assertEquals(30_532_122_624L, manifest.parameters());
        assertEquals(3_353_032_704L, manifest.parameters() - manifest.idleParameters());
    }

    /** Of every family, those with experts of every kind among them. */
    @Test
    void aBriefOneCountsTheSame() throws Exception {
        int shorter = 0;
        for (Path family : folders(Path.of("src/test/resources/families"))) {
            Config config = Config.read(family);
            TensorManifest all = TensorManifest.of(config);
            TensorManifest brief = TensorManifest.brief(config);
            assertEquals(elements(all), all.parameters(), family.toString());
            assertEquals(elements(all), brief.parameters(), family.toString());
            assertEquals(all.matrixParameters(), brief.matrixParameters(), family.toString());
            assertEquals(all.idleParameters(), brief.idleParameters(), family.toString());
            assertEquals(all.cacheBytes(9), brief.cacheBytes(9), family.toString());
            shorter += brief.shapes().size() < all.shapes().size() ? 1 : 0;
        }
        assertTrue(shorter >= 5, shorter + " families have experts");
    }

    /** Scalars have no dimension and one element. */
    private static long elements(TensorManifest manifest) {
        return manifest.shapes().values().stream()
                .mapToLong(shape -> shape.stream().reduce(1L, (a, b) -> a * b))
                .sum();
    }

    private static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(child -> Files.exists(child.resolve("config.json"))).toList();
        }
    }

    @Test
    void namesTensorsWithTheirShapes() throws Exception {
        Config config = config(String.format(LLAMA, "llama", 4096, 32, 32, 8, 14336, 128256, ""));
        assertEquals(
                List.of(1024L, 4096L),
                TensorManifest.of(config).shapes().get("model.layers.31.self_attn.k_proj.weight"));
    }

    @Test
    void estimatesMemoryWithoutAnyFile() throws Exception {
        Config config = config(String.format(LLAMA, "llama", 4096, 32, 32, 8, 14336, 128256, ""));
        Footprint footprint = Footprint.of(config, Precision.BFLOAT16, 2048);
        assertEquals(16_060_522_496L + 2 * 65 * 4096, footprint.weights());
        assertEquals(2L * 32 * 1024 * 2048 * 4, footprint.cache());
        Footprint bytes = Footprint.of(config, Precision.INT8, 2048);
        assertTrue(bytes.weights() < footprint.weights() * 0.57);
    }

    private Config config(String json) throws Exception {
        Files.writeString(folder.resolve("config.json"), json.replace('\'', '"'));
        return Config.read(folder);
    }
}
