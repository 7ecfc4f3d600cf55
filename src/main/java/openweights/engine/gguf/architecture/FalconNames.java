package openweights.engine.gguf.architecture;

import java.util.Map;

/** Falcon, whose queries, keys, and values GGUF files have one after another. */
final class FalconNames {

    private FalconNames() {}

    static Translation translate(Settings settings) {
        Map<String, Object> config = settings.config("falcon");
        long heads = settings.count("attention.head_count");
        long shared = settings.find("attention.head_count_kv").orElse(heads);
        boolean twoNorms = settings.has("blk.0.attn_norm_2.weight");
        boolean newer = twoNorms || (shared > 1 && shared < heads);
        config.put("hidden_size", settings.count("embedding_length"));
        config.put("num_hidden_layers", settings.layers().count());
        config.put("num_attention_heads", heads);
        config.put("num_kv_heads", shared);
        config.put("ffn_hidden_size", settings.count("feed_forward_length"));
        config.put("max_position_embeddings", settings.count("context_length"));
        config.put(
                "layer_norm_epsilon", settings.number("attention.layer_norm_epsilon").orElse(1e-5));
        config.put("rope_theta", settings.number("rope.freq_base").orElse(1e4));
        RopeScaling.of(settings).ifPresent(scaling -> config.put("rope_scaling", scaling));
        settings.requireSize("rope.dimension_count", settings.headSize());
        config.put("new_decoder_architecture", newer);
        if (!newer) {
            config.put("multi_query", shared == 1);
        }
        config.put("num_ln_in_parallel_attn", twoNorms ? 2 : 1);
        Arrangement fused = Heads.fused(heads, shared, settings.headSize());
        return new Translation(config, naming(fused, twoNorms));
    }

    static Naming naming(Arrangement fused, boolean twoNorms) {
        return new Naming("transformer.h.")
                .whole("token_embd", "transformer.word_embeddings")
                .whole("output_norm", "transformer.ln_f")
                .whole("output", "lm_head")
                .layer("attn_norm", twoNorms ? "ln_mlp" : "input_layernorm")
                .layer("attn_norm_2", "ln_attn")
                .layer("attn_qkv", "self_attention.query_key_value", fused)
                .layer("attn_output", "self_attention.dense")
                .layer("ffn_up", "mlp.dense_h_to_4h")
                .layer("ffn_down", "mlp.dense_4h_to_h");
    }
}
