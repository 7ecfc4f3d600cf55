package openweights.engine.gguf.architecture;

import java.util.Map;
import java.util.Optional;

/**
 * Llama, Mistral, and with experts Mixtral: llama.cpp has one name for all three. SmolLM 3 and
 * Granite 3 differ from them in little.
 */
final class LlamaNames {

    /** Granite's factors; 0 is for none. */
    private static final Map<String, String> FACTORS =
            Map.of(
                    "embedding_scale", "embedding_multiplier",
                    "attention.scale", "attention_multiplier",
                    "residual_scale", "residual_multiplier",
                    "logit_scale", "logits_scaling");

    private LlamaNames() {}

    static Translation granite(Settings settings) {
        Map<String, Object> config = config(settings, "granite");
        settings.expect("rope.scaling.finetuned", true); // false: no positions
        config.put(
                "attention_multiplier",
                1 / Math.sqrt((double) settings.headSize())); // without its key
        FACTORS.forEach(
                (key, name) ->
                        settings.number(key)
                                .filter(factor -> factor != 0)
                                .ifPresent(factor -> config.put(name, factor)));
        return new Translation(config, naming(Heads.pairs(settings.headSize())));
    }

    /** SmolLM 3, whose layers without rotary positions follow from their number. */
    static Translation smolLm3(Settings settings) {
        return new Translation(
                config(settings, "smollm3"), naming(Heads.pairs(settings.headSize())));
    }

    static Translation translate(Settings settings) {
        boolean experts = settings.find("expert_count").orElse(0L) > 0;
        Optional<Long> window = settings.find("attention.sliding_window").filter(size -> size > 0);
        String dense = window.isPresent() ? "mistral" : "llama";
        Map<String, Object> config = config(settings, experts ? "mixtral" : dense);
        if (window.isPresent()) {
            config.remove("attention_bias");
            config.remove("mlp_bias");
        }
        window.ifPresent(size -> config.put("sliding_window", size));
        if (experts) {
            config.remove("attention_bias");
            config.remove("mlp_bias");
            config.put("num_local_experts", settings.count("expert_count"));
            config.put("num_experts_per_tok", settings.count("expert_used_count"));
            settings.expectGating(Settings.SOFTMAX, true);
        }
        Naming naming = naming(Heads.pairs(settings.headSize()));
        return new Translation(config, experts ? withExperts(naming) : naming);
    }

    /** The keys that all families of this architecture share; all of each head is rotated. */
    static Map<String, Object> config(Settings settings, String modelType) {
        settings.requireSize("rope.dimension_count", settings.headSize());
        return partlyRotated(settings, modelType);
    }

    /** The same, for families of which a part of each head is rotated. */
    static Map<String, Object> partlyRotated(Settings settings, String modelType) {
        long shared = settings.layers().same("attention.head_count_kv").orElseGet(settings::heads);
        return partlyRotated(settings, modelType, shared);
    }

    /**
     * @param keyValueHeads of the layers that have any
     */
    static Map<String, Object> partlyRotated(
            Settings settings, String modelType, long keyValueHeads) {
        Map<String, Object> config = settings.config(modelType);
        config.put("hidden_size", settings.count("embedding_length"));
        config.put("num_hidden_layers", settings.layers().count());
        config.put("num_attention_heads", settings.heads());
        config.put("num_key_value_heads", keyValueHeads);
        config.put("head_dim", settings.headSize());
        settings.layers()
                .same("feed_forward_length")
                .ifPresent(size -> config.put("intermediate_size", size));
        config.put("max_position_embeddings", settings.count("context_length"));
        settings.number("attention.layer_norm_rms_epsilon")
                .ifPresent(epsilon -> config.put("rms_norm_eps", epsilon));
        config.put("rope_theta", settings.number("rope.freq_base").orElse(1e4));
        RopeScaling.of(settings).ifPresent(scaling -> config.put("rope_scaling", scaling));
        config.put("attention_bias", settings.has("blk.0.attn_q.bias"));
        config.put("mlp_bias", settings.has("blk.0.ffn_gate.bias"));
        return config;
    }

    /**
     * @param rotated how queries and keys are read
     */
    static Naming naming(Arrangement rotated) {
        return new Naming("model.layers.")
                .whole("token_embd", "model.embed_tokens")
                .whole("output_norm", "model.norm")
                .whole("output", "lm_head")
                .unused(RopeScaling.FREQUENCIES)
                .layer("attn_norm", "input_layernorm")
                .layer("attn_q", "self_attn.q_proj", rotated)
                .layer("attn_k", "self_attn.k_proj", rotated)
                .layer("attn_v", "self_attn.v_proj")
                .layer("attn_output", "self_attn.o_proj")
                .layer("ffn_norm", "post_attention_layernorm")
                .layer("ffn_gate", "mlp.gate_proj")
                .layer("ffn_up", "mlp.up_proj")
                .layer("ffn_down", "mlp.down_proj");
    }

    static Naming withExperts(Naming naming) {
        return naming.alias("mlp.gate", "block_sparse_moe.gate")
                .alias("mlp.experts.*.gate_proj", "block_sparse_moe.experts.*.w1")
                .alias("mlp.experts.*.down_proj", "block_sparse_moe.experts.*.w2")
                .alias("mlp.experts.*.up_proj", "block_sparse_moe.experts.*.w3")
                .layer("ffn_gate_inp", "block_sparse_moe.gate")
                .layer("ffn_gate_exps", "block_sparse_moe.experts.*.w1", Arrangement.EACH)
                .layer("ffn_down_exps", "block_sparse_moe.experts.*.w2", Arrangement.EACH)
                .layer("ffn_up_exps", "block_sparse_moe.experts.*.w3", Arrangement.EACH);
    }
}
