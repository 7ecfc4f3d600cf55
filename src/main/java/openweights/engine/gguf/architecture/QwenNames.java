package openweights.engine.gguf.architecture;

import java.util.Map;

/** Qwen 2 and 3, and Qwen 3 with experts. */
final class QwenNames {

    private QwenNames() {}

    static Translation second(Settings settings) {
        Map<String, Object> config = LlamaNames.config(settings, "qwen2");
        config.remove("attention_bias"); // always there
        config.remove("mlp_bias");
        return new Translation(config, LlamaNames.naming(Arrangement.SAME));
    }

    static Translation third(Settings settings) {
        Map<String, Object> config = LlamaNames.config(settings, "qwen3");
        config.remove("mlp_bias");
        return new Translation(config, withHeadNorms(LlamaNames.naming(Arrangement.SAME)));
    }

    static Translation withExperts(Settings settings) {
        Map<String, Object> config = LlamaNames.config(settings, "qwen3_moe");
        config.remove("mlp_bias");
        config.put("num_experts", settings.count("expert_count"));
        config.put("num_experts_per_tok", settings.count("expert_used_count"));
        config.put("moe_intermediate_size", settings.count("expert_feed_forward_length"));
        config.put("norm_topk_prob", true);
        settings.expectGating(Settings.SOFTMAX, true);
        settings.expect("norm_top_k_prob", true); // Ollama's name
        return new Translation(config, namingWithExperts());
    }

    static Naming namingWithExperts() {
        return withExperts(withHeadNorms(LlamaNames.naming(Arrangement.SAME)));
    }

    /** Experts one by one. */
    static Naming withExperts(Naming naming) {
        return naming.layer("ffn_gate_inp", "mlp.gate")
                .layer("ffn_gate_exps", "mlp.experts.*.gate_proj", Arrangement.EACH)
                .layer("ffn_up_exps", "mlp.experts.*.up_proj", Arrangement.EACH)
                .layer("ffn_down_exps", "mlp.experts.*.down_proj", Arrangement.EACH);
    }

    /** All experts of a layer in two tensors, where files have them so. */
    static Naming withStackedExperts(Naming naming) {
        return naming.composed("mlp.experts.gate_up_proj", Form.SAME, "ffn_gate_up_exps.weight")
                .composed("mlp.experts.down_proj", Form.SAME, "ffn_down_exps.weight");
    }

    /** A norm of queries and one of keys. */
    static Naming withHeadNorms(Naming naming) {
        return naming.layer("attn_q_norm", "self_attn.q_norm")
                .layer("attn_k_norm", "self_attn.k_norm");
    }
}
