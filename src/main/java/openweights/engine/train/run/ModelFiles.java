package openweights.engine.train.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import openweights.base.Json;
import openweights.engine.train.network.NetworkConfig;
import openweights.engine.train.network.Parameter;
import openweights.engine.train.network.Parameters;
import openweights.engine.train.recipe.Recipe;
import openweights.engine.weights.SafetensorsWriter;

/** The files of a model, with Llama's names and keys, so that other engines can load it too. */
final class ModelFiles {

    private ModelFiles() {}

    static void writeWeights(Path file, Parameters parameters, float[] weights) throws IOException {
        SafetensorsWriter writer = new SafetensorsWriter().metadata("format", "pt");
        for (Parameter p : parameters.all()) {
            writer.put(p.name(), p.shape(), p.from(weights));
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        writer.write(file);
    }

    static byte[] config(NetworkConfig network, int begin, int end) {
        Map<String, Object> keys = new TreeMap<>();
        keys.put("architectures", List.of("LlamaForCausalLM"));
        keys.put("attention_bias", false);
        keys.put("bos_token_id", begin);
        keys.put("dtype", "float32");
        keys.put("eos_token_id", end);
        keys.put("head_dim", network.headSize());
        keys.put("hidden_act", "silu");
        keys.put("hidden_size", network.hiddenSize());
        keys.put("intermediate_size", network.intermediateSize());
        keys.put("max_position_embeddings", network.maxPositionEmbeddings());
        keys.put("mlp_bias", false);
        keys.put("model_type", "llama");
        keys.put("num_attention_heads", network.numAttentionHeads());
        keys.put("num_hidden_layers", network.numHiddenLayers());
        keys.put("num_key_value_heads", network.numKeyValueHeads());
        keys.put("rms_norm_eps", network.rmsNormEps());
        keys.put("rope_theta", network.ropeTheta());
        keys.put("tie_word_embeddings", true);
        keys.put("vocab_size", network.vocabSize());
        return json(keys);
    }

    static byte[] generationConfig(Recipe.Generation generation, int begin, int end) {
        Map<String, Object> keys = new TreeMap<>();
        keys.put("bos_token_id", begin);
        keys.put("do_sample", true);
        keys.put("eos_token_id", end);
        keys.put("temperature", generation.temperature());
        keys.put("top_k", generation.topK());
        keys.put("top_p", generation.topP());
        return json(keys);
    }

    /** Pretty-printed JSON, the same bytes on every system. */
    static byte[] json(Object value) {
        return (Json.pretty(value) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
