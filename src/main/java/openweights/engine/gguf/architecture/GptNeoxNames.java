package openweights.engine.gguf.architecture;

import java.util.Map;

/** GPT-NeoX and Pythia, whose queries, keys, and values GGUF files have one after another. */
final class GptNeoxNames {

    private GptNeoxNames() {}

    static Translation translate(Settings settings) {
        Map<String, Object> config = settings.config("gpt_neox");
        long heads = settings.count("attention.head_count");
        settings.expect("attention.head_count_kv", heads);
        config.put("hidden_size", settings.count("embedding_length"));
        config.put("num_hidden_layers", settings.layers().count());
        config.put("num_attention_heads", heads);
        config.put("intermediate_size", settings.count("feed_forward_length"));
        config.put("max_position_embeddings", settings.count("context_length"));
        config.put("layer_norm_eps", settings.number("attention.layer_norm_epsilon").orElse(1e-5));
        config.put("rotary_pct", settings.rotatedShare());
        config.put("rotary_emb_base", settings.number("rope.freq_base").orElse(1e4));
        RopeScaling.of(settings).ifPresent(scaling -> config.put("rope_scaling", scaling));
        config.put("use_parallel_residual", settings.flag("use_parallel_residual").orElse(true));
        config.put("attention_bias", settings.has("blk.0.attn_qkv.bias"));
        return new Translation(config, naming(Heads.fused(heads, heads, settings.headSize())));
    }

    static Naming naming(Arrangement fused) {
        return new Naming("gpt_neox.layers.")
                .whole("token_embd", "gpt_neox.embed_in")
                .whole("output_norm", "gpt_neox.final_layer_norm")
                .whole("output", "embed_out")
                .alias("lm_head", "embed_out")
                .layer("attn_norm", "input_layernorm")
                .layer("attn_qkv", "attention.query_key_value", fused)
                .layer("attn_output", "attention.dense")
                .layer("ffn_norm", "post_attention_layernorm")
                .layer("ffn_up", "mlp.dense_h_to_4h")
                .layer("ffn_down", "mlp.dense_4h_to_h");
    }
}
