package openweights.engine.gguf.architecture;

import java.util.Map;

/** StableLM. */
final class StableLmNames {

    private StableLmNames() {}

    static Translation translate(Settings settings) {
        Map<String, Object> config = LlamaNames.partlyRotated(settings, "stablelm");
        long width = settings.count("embedding_length");
        config.remove("attention_bias");
        config.remove("mlp_bias");
        config.remove("head_dim");
        settings.requireSize("attention.key_length", width / Math.max(1, settings.heads()));
        config.put("layer_norm_eps", settings.number("attention.layer_norm_epsilon").orElse(1e-5));
        config.put("partial_rotary_factor", settings.rotatedShare());
        config.put("use_qkv_bias", settings.has("blk.0.attn_q.bias"));
        config.put("qk_layernorm", settings.has("blk.0.attn_q_norm.weight"));
        settings.passOver("use_parallel_residual"); // not always what the tensors say
        config.put("use_parallel_residual", !settings.has("blk.0.ffn_norm.weight"));
        return new Translation(config, naming());
    }

    static Naming naming() {
        return LlamaNames.naming(Arrangement.SAME)
                .layer("attn_q_norm", "self_attn.q_layernorm.norms.*", Arrangement.EACH)
                .layer("attn_k_norm", "self_attn.k_layernorm.norms.*", Arrangement.EACH);
    }
}
