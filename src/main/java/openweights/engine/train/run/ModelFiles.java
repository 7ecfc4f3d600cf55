package openweights.engine.train.run;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import openweights.engine.train.network.NetworkConfig;
import openweights.engine.train.network.Parameter;
import openweights.engine.train.network.Parameters;
import openweights.engine.train.recipe.Recipe;
import openweights.engine.weights.SafetensorsWriter;

/** The files that make weights a model for this engine and for others: names and keys of Llama. */
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

    static byte[] config(NetworkConfig shape, int begin, int end) {
        Map<String, Object> keys = new TreeMap<>();
        keys.put("architectures", List.of("LlamaForCausalLM"));
        keys.put("attention_bias", false);
        keys.put("bos_token_id", begin);
        keys.put("dtype", "float32");
        keys.put("eos_token_id", end);
        keys.put("head_dim", shape.headSize());
        keys.put("hidden_act", "silu");
        keys.put("hidden_size", shape.hiddenSize());
        keys.put("intermediate_size", shape.intermediateSize());
        keys.put("max_position_embeddings", shape.maxPositionEmbeddings());
        keys.put("mlp_bias", false);
        keys.put("model_type", "llama");
        keys.put("num_attention_heads", shape.numAttentionHeads());
        keys.put("num_hidden_layers", shape.numHiddenLayers());
        keys.put("num_key_value_heads", shape.numKeyValueHeads());
        keys.put("rms_norm_eps", shape.rmsNormEps());
        keys.put("rope_theta", shape.ropeTheta());
        keys.put("tie_word_embeddings", true);
        keys.put("vocab_size", shape.vocabSize());
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

    /** The same bytes on every system. */
    static byte[] json(Object value) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try {
            String text = new ObjectMapper().writer(printer).writeValueAsString(value) + "\n";
            return text.getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError("Maps and lists can be written.", e);
        }
    }
}
