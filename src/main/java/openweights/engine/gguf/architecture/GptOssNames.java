package openweights.engine.gguf.architecture;

import java.util.Map;

/** gpt-oss, whose files have gates and up projections apart, and outputs before inputs. */
final class GptOssNames {

    private GptOssNames() {}

    static Translation translate(Settings settings) {
        Map<String, Object> config = LlamaNames.config(settings, "gpt_oss");
        config.remove("mlp_bias");
        config.put(
                "intermediate_size",
                settings.find("expert_feed_forward_length")
                        .orElseGet(() -> settings.count("feed_forward_length")));
        config.put("num_local_experts", settings.count("expert_count"));
        config.put("num_experts_per_tok", settings.count("expert_used_count"));
        settings.expectGating(Settings.SOFTMAX_OF_CHOSEN, true);
        config.put("sliding_window", settings.count("attention.sliding_window"));
        settings.layers().sliding().ifPresent(types -> config.put("layer_types", types));
        if (RopeScaling.isYarn(settings) || isOfOllama(settings)) {
            Map<String, Object> scaling = RopeScaling.yarn(settings);
            scaling.put("truncate", false); // there is no key for it
            config.put("rope_scaling", scaling);
        }
        config.putIfAbsent("rope_scaling", RopeScaling.NONE);
        return new Translation(config, naming());
    }

    /** Ollama calls the architecture gptoss, and its files may not say that it uses YaRN. */
    private static boolean isOfOllama(Settings settings) {
        return settings.name().equals("gptoss")
                && !settings.metadata().has(settings.key("rope.scaling.type"));
    }

    static Naming naming() {
        return LlamaNames.naming(Arrangement.SAME)
                .without("ffn_norm")
                .layer("post_attention_norm", "post_attention_layernorm")
                .layer("ffn_gate_inp", "mlp.router")
                .composed("self_attn.sinks", Form.SAME, "attn_sinks.weight")
                // as Ollama writes three of them
                .composed("self_attn.sinks", Form.SAME, "attn_sinks")
                .layer("attn_out", "self_attn.o_proj")
                .layer("ffn_norm", "post_attention_layernorm")
                .composed(
                        "mlp.experts.gate_up_proj",
                        Form.columnsOfTwo(1),
                        "ffn_gate_exps.weight",
                        "ffn_up_exps.weight")
                .composed(
                        "mlp.experts.gate_up_proj_bias",
                        Form.rowsOfTwo(1),
                        "ffn_gate_exps.bias",
                        "ffn_up_exps.bias")
                .composed("mlp.experts.down_proj", Form.TRANSPOSED, "ffn_down_exps.weight")
                .composed("mlp.experts.down_proj_bias", Form.SAME, "ffn_down_exps.bias");
    }
}
