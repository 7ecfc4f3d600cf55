package openweights.engine.gguf.architecture;

import java.util.Map;

/** BLOOM, whose queries, keys, and values GGUF files have one after another. */
final class BloomNames {

    private static final int MAX_BIAS = 8;

    private BloomNames() {}

    static Translation translate(Settings settings) {
        Map<String, Object> config = settings.config("bloom");
        config.put("hidden_size", settings.count("embedding_length"));
        config.put("n_layer", settings.layers().count());
        config.put("n_head", settings.count("attention.head_count"));
        config.put("n_inner", settings.count("feed_forward_length"));
        config.put("seq_length", settings.count("context_length"));
        config.put(
                "layer_norm_epsilon", settings.number("attention.layer_norm_epsilon").orElse(1e-5));
        long heads = settings.count("attention.head_count");
        settings.expect("attention.head_count_kv", heads);
        settings.expect("attention.max_alibi_bias", MAX_BIAS);
        return new Translation(config, naming(Heads.fused(heads, heads, settings.headSize())));
    }

    static Naming naming(Arrangement fused) {
        return new Naming("h.")
                .whole("token_embd", "word_embeddings")
                .whole("token_embd_norm", "word_embeddings_layernorm")
                .whole("output_norm", "ln_f")
                .whole("output", "lm_head")
                .layer("attn_norm", "input_layernorm")
                .layer("attn_qkv", "self_attention.query_key_value", fused)
                .layer("attn_output", "self_attention.dense")
                .layer("ffn_norm", "post_attention_layernorm")
                .layer("ffn_up", "mlp.dense_h_to_4h")
                .layer("ffn_down", "mlp.dense_4h_to_h");
    }
}
