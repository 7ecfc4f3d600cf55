package openweights.engine.gguf.architecture;

import java.util.List;
import java.util.Map;

/** Apertus, whose files have the weights of its activation among their keys. */
final class ApertusNames {

    private static final List<Long> ONE = List.of(1L);
    private static final List<Long> SCALAR = List.of();

    private ApertusNames() {}

    static Translation translate(Settings settings) {
        Map<String, Object> config = LlamaNames.config(settings, "apertus");
        config.remove("mlp_bias");
        config.put("hidden_act", "xielu");
        config.putIfAbsent("rope_scaling", RopeScaling.NONE);
        return new Translation(config, naming());
    }

    static Naming naming() {
        return QwenNames.withHeadNorms(LlamaNames.naming(Arrangement.SAME))
                .without("ffn_gate")
                .layer("attn_norm", "attention_layernorm")
                .layer("ffn_norm", "feedforward_layernorm")
                .number("mlp.act_fn.alpha_p", ONE, "xielu.alpha_p")
                .number("mlp.act_fn.alpha_n", ONE, "xielu.alpha_n")
                .number("mlp.act_fn.beta", SCALAR, "xielu.beta")
                .number("mlp.act_fn.eps", SCALAR, "xielu.eps");
    }
}
