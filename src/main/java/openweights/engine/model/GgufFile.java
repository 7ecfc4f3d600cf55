package openweights.engine.model;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import openweights.base.Json;
import openweights.engine.gguf.Gguf;
import openweights.engine.gguf.Metadata;
import openweights.engine.gguf.architecture.Architecture;
import openweights.engine.model.config.ModelException;
import openweights.engine.view.TensorSource;

/** A GGUF file: what it says is translated into the terms of config.json. */
final class GgufFile implements ModelFiles {

    /** What keys of config.json are called in a GGUF file, where the file has them: the first. */
    private static final List<Map.Entry<String, String>> NAMES =
            List.of(
                    Map.entry("attention_multiplier", "attention.scale"),
                    Map.entry("factor", "rope.scaling.factor"),
                    Map.entry("first_k_dense_replace", "leading_dense_block_count"),
                    Map.entry("ffn_hidden_size", "feed_forward_length"),
                    Map.entry("head_dim", "attention.key_length"),
                    Map.entry("hidden_size", "embedding_length"),
                    Map.entry("intermediate_size", "feed_forward_length"),
                    Map.entry("kv_lora_rank", "attention.kv_lora_rank"),
                    Map.entry("layer_norm_eps", "attention.layer_norm_epsilon"),
                    Map.entry("layer_norm_epsilon", "attention.layer_norm_epsilon"),
                    Map.entry("max_position_embeddings", "context_length"),
                    Map.entry("moe_intermediate_size", "expert_feed_forward_length"),
                    Map.entry("n_group", "expert_group_count"),
                    Map.entry("n_shared_experts", "expert_shared_count"),
                    Map.entry("n_routed_experts", "expert_count"),
                    Map.entry("norm_epsilon", "attention.layer_norm_epsilon"),
                    Map.entry("num_attention_heads", "attention.head_count"),
                    Map.entry("num_experts", "expert_count"),
                    Map.entry("num_experts_per_tok", "expert_used_count"),
                    Map.entry("num_key_value_heads", "attention.head_count_kv"),
                    Map.entry("num_kv_heads", "attention.head_count_kv"),
                    Map.entry("num_local_experts", "expert_count"),
                    Map.entry("num_hidden_layers", "block_count"),
                    Map.entry("q_lora_rank", "attention.q_lora_rank"),
                    Map.entry("qk_rope_head_dim", "rope.dimension_count"),
                    Map.entry("rms_norm_eps", "attention.layer_norm_rms_epsilon"),
                    Map.entry("rope_theta", "rope.freq_base"),
                    Map.entry("rotary_emb_base", "rope.freq_base"),
                    Map.entry("routed_scaling_factor", "expert_weights_scale"),
                    Map.entry("sliding_window", "attention.sliding_window"),
                    Map.entry("suppress_tokens", "tokenizer.ggml.suppress_tokens"),
                    Map.entry("top_k_experts", "expert_used_count"),
                    Map.entry("topk_group", "expert_group_used_count"),
                    Map.entry("v_head_dim", "attention.value_length_mla"),
                    Map.entry("v_head_dim", "attention.value_length"));

    private final Config config;
    private final TensorSource tensors;

    GgufFile(Path file) throws IOException {
        Gguf gguf = Gguf.open(file);
        Architecture architecture = Architecture.of(gguf);
        this.config = config(gguf, architecture);
        this.tensors = architecture.tensors();
    }

    static Config config(Path file) {
        try {
            Gguf gguf = Gguf.open(file);
            return config(gguf, Architecture.of(gguf));
        } catch (NoSuchFileException e) {
            throw new ModelException(file + ": there is no such file.", e);
        } catch (IOException e) {
            throw new ModelException(file + ": cannot be read (" + e.getMessage() + ").", e);
        }
    }

    private static Config config(Gguf gguf, Architecture architecture) {
        Path file = gguf.file();
        try {
            return Config.parse(file.toString(), Json.pretty(architecture.config()));
        } catch (ModelException e) {
            String said = String.valueOf(e.getMessage()).replaceFirst("^config\\.json: ", "");
            String problem = inTermsOf(gguf.metadata(), said);
            String place = problem.startsWith(file.toString()) ? "" : file + ": ";
            throw new ModelException(place + problem, e);
        }
    }

    /** A message about keys of config.json as one about those of the file. */
    private static String inTermsOf(Metadata metadata, String message) {
        String prefix = metadata.requireText("general.architecture") + ".";
        String changed = message;
        for (Map.Entry<String, String> name : NAMES) {
            for (String key : List.of(prefix + name.getValue(), name.getValue())) {
                if (metadata.has(key)) {
                    changed = changed.replace("\"" + name.getKey() + "\" is", "\"" + key + "\" is");
                }
            }
        }
        return changed;
    }

    @Override
    public Config config() {
        return config;
    }

    @Override
    public TensorSource tensors() {
        return tensors;
    }
}
