package openweights.engine.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import openweights.engine.math.Backend;
import openweights.engine.model.config.ModelException;
import openweights.engine.model.config.RopeScaling;
import openweights.engine.model.family.Gemma3;
import openweights.engine.model.family.Llama;
import openweights.engine.weights.Checkpoint;
import openweights.engine.weights.SafetensorsWriter;
import openweights.engine.weights.StoredTensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What config.json says is computed, reported, or refused; nothing is passed over in silence. */
class ConfigTest {

    private static final Path FAMILIES = Path.of("src/test/resources/families");
    private static final String LLAMA =
            "{'model_type': 'llama', 'vocab_size': 40, 'hidden_size': 16, 'intermediate_size': 20, 'num_hidden_layers': 2, 'num_attention_heads': 4%s}";

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'attn_logit_softcapping': 50 | says \"attn_logit_softcapping\": 50, which the family \"llama\" does not use; it changes nothing here, as in transformers.",
                "'residual_multiplier': 0.2 | says \"residual_multiplier\": 0.2, which",
                "'partial_rotary_factor': 0.5 | says \"partial_rotary_factor\": 0.5, which",
                "'use_fancy_new_rope': true | says \"use_fancy_new_rope\": true, which",
                "'rope_parameters': {'rope_type': 'default', 'fancy': 1} | \"rope_parameters\" says \"fancy\": 1, which",
                "'auto_map': {'AutoModel': 'x.Y'} | names code that comes with the model (\"auto_map\"); it is not run",
                "'hidden_size': 16, 'hidden_size': 16 | Duplicate field 'hidden_size' Read as Python reads it.",
                "'initializer_range': NaN | Read as Python reads it.",
                "'max_position_embeddings': 512.0 | \"max_position_embeddings\" is 512.0; read as a whole number.",
            })
    void warnsOf(String keys, String warning) {
        List<String> warnings = parse(LLAMA, keys).warnings();
        assertEquals(1, warnings.size(), warnings.toString());
        assertTrue(warnings.get(0).contains(warning), warnings.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'torch_dtype': 'bfloat16', 'use_cache': true, 'architectures': ['X'], 'attention_dropout': 0.1",
                "'rope_theta': 500000, 'rope_scaling': null, 'pad_token_id': 0, '_name_or_path': 'x/y'",
                "'use_qk_norm': false, 'qkv_bias': false",
                "'id2label': {'0': 'x'}, 'temperature': 0.7, 'sliding_window': null, 'head_dim': null",
            })
    void passesOverWhatChangesNothing(String keys) {
        assertEquals(List.of(), parse(LLAMA, keys).warnings());
    }

    @Test
    void theLastOfTwoKeysCounts() {
        assertEquals(3, parse(LLAMA, "'num_hidden_layers': 3").dimensions().layers());
    }

    /** As in transformers. */
    @Test
    void ropeScalingWinsOverRopeParameters() {
        Config config =
                parse(
                        LLAMA,
                        "'rope_scaling': {'type': 'linear', 'factor': 4}, 'rope_parameters': {'rope_type': 'yarn', 'factor': 2}");
        RopeScaling scaling = ((Llama) config.family()).ropeParameters().scaling();
        assertEquals(new RopeScaling.Linear(4), scaling);
        assertTrue(config.warnings().get(0).contains("\"rope_scaling\" is used"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bitsandbytes | quantized with bitsandbytes, which the engine does not read. Fetch the release in bfloat16 or float32",
                "awq | quantized with awq,",
                "gptq | quantized with gptq,",
            })
    void refusesQuantizedModelsByTheirMethod(String method, String message) {
        String keys =
                "'quantization_config': {'quant_method': '" + method + "', 'load_in_4bit': true}";
        String refusal = assertThrows(ModelException.class, () -> parse(LLAMA, keys)).getMessage();
        assertTrue(refusal.contains(message), refusal);
    }

    @Test
    void refusesANumberThatIsNone() {
        String refusal =
                assertThrows(ModelException.class, () -> parse(LLAMA, "'rms_norm_eps': NaN"))
                        .getMessage();
        assertEquals(
                "config.json: \"rms_norm_eps\" is NaN; expected a number above zero.", refusal);
    }

    /** transformers 5 takes the head of the file where it differs from a tied embedding. */
    @Test
    void takesTheHeadOfTheFile() throws IOException {
        Path tied = FAMILIES.resolve("smollm3");
        Path untied = Files.createDirectory(folder.resolve("untied"));
        SafetensorsWriter writer = copy(tied, "");
        float[] head = new float[40 * 16];
        for (int i = 0; i < head.length; i++) {
            head[i] = (i * 37 % 101) / 100f;
        }
        writer.put("lm_head.weight", new long[] {40, 16}, head);
        writer.write(untied.resolve("model.safetensors"));
        String json = Files.readString(tied.resolve("config.json"));
        Files.writeString(untied.resolve("config.json"), json);
        float[] found = first(untied);
        Files.writeString(
                untied.resolve("config.json"),
                json.replace("\"tie_word_embeddings\": true", "\"tie_word_embeddings\": false"));
        assertArrayEquals(first(untied), found);
    }

    /** The text part of a multimodal model computes text as if it were alone. */
    @ParameterizedTest
    @CsvSource({
        "gemma3_text, gemma3, language_model.model., language_model.",
        "gemma3_text, gemma3, model.language_model., ''",
        "gemma4_text, gemma4, model.language_model., ''",
        "gemma4_text-small, gemma4, model.language_model., ''",
        "qwen3_5_text, qwen3_5, model.language_model., ''",
        "qwen3_5_text-tied, qwen3_5, model.language_model., ''",
        "llama4_text, llama4, language_model.model., language_model.",
        "ministral3, mistral3, model.language_model., ''",
        "mistral, mistral3, language_model.model., language_model.",
    })
    void readsTheTextOfAMultimodalModel(String text, String type, String prefix, String head)
            throws IOException {
        Path alone = FAMILIES.resolve(text);
        SafetensorsWriter writer = copy(alone, prefix, head);
        writer.put("vision_tower.x.weight", new long[] {2}, new float[2]);
        writer.put("model.multi_modal_projector.y", new long[] {2}, new float[2]);
        writer.put("model.embed_audio.z", new long[] {2}, new float[2]);
        writer.put("model.visual.u", new long[] {2}, new float[2]);
        writer.write(folder.resolve("model.safetensors"));
        boolean tied = !Checkpoint.open(alone).contains("lm_head.weight");
        Files.writeString(
                folder.resolve("config.json"),
                String.format(
                        Locale.ROOT,
                        "{\"model_type\": \"%s\", \"tie_word_embeddings\": %s, \"vision_config\": {}, \"text_config\": %s}",
                        type,
                        tied,
                        Files.readString(alone.resolve("config.json"))));
        assertArrayEquals(first(alone), first(folder));
        assertEquals(Config.read(alone).special(), Config.read(folder).special());
    }

    /** The keys of files that are older than transformers 5. */
    @Test
    void readsGemma3AsReleased() {
        Config config =
                Config.parse(
                        "gemma-3-4b-it",
                        "{'model_type': 'gemma3', 'text_config': {'hidden_size': 2560, 'intermediate_size': 10240, 'model_type': 'gemma3_text', 'num_hidden_layers': 34, 'rope_scaling': {'factor': 8.0, 'rope_type': 'linear'}, 'sliding_window': 1024}, 'torch_dtype': 'bfloat16', 'vision_config': {}}"
                                .replace('\'', '"'));
        Gemma3 gemma = (Gemma3) config.family();
        assertEquals(262208, gemma.llama().vocabSize());
        assertEquals(new RopeScaling.Linear(8), gemma.llama().ropeParameters().scaling());
        assertEquals(1e6f, gemma.llama().ropeParameters().ropeTheta());
        assertEquals(1e4f, gemma.slidingRope().ropeTheta());
        assertTrue(gemma.llama().tieWordEmbeddings());
        assertTrue(gemma.layers().slides(4) && !gemma.layers().slides(5));
        assertEquals(3_880_263_168L, TensorManifest.of(config).parameters());
        assertEquals(List.of(), config.warnings());
    }

    /** In old files ministral calls itself mistral, with a list of layers. */
    @Test
    void readsMistralWithLayerTypes() throws IOException {
        Path layers = FAMILIES.resolve("mistral-layers");
        Files.copy(layers.resolve("model.safetensors"), folder.resolve("model.safetensors"));
        Files.writeString(
                folder.resolve("config.json"),
                Files.readString(layers.resolve("config.json"))
                        .replace("\"ministral\"", "\"mistral\""));
        assertArrayEquals(first(layers), first(folder));
    }

    private static Config parse(String json, String keys) {
        return Config.parse(
                "config.json", String.format(Locale.ROOT, json, ", " + keys).replace('\'', '"'));
    }

    private static float[] first(Path model) {
        Model opened = Model.open(model, Precision.FLOAT32, Backend.best());
        return opened.forward(new int[] {3, 8, 21, 34, 5, 9, 11, 30}, opened.newState());
    }

    private static SafetensorsWriter copy(Path model, String... prefixes) throws IOException {
        SafetensorsWriter writer = new SafetensorsWriter();
        for (StoredTensor tensor : Checkpoint.open(model).tensors()) {
            String name = tensor.name();
            String renamed =
                    prefixes.length < 2
                            ? name
                            : name.startsWith("model.")
                                    ? prefixes[0] + name.substring("model.".length())
                                    : prefixes[1] + name;
            writer.put(renamed, tensor.shape(), tensor.floats());
        }
        return writer;
    }
}
