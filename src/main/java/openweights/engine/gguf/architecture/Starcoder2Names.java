package openweights.engine.gguf.architecture;

import java.util.Map;

/** StarCoder 2. */
final class Starcoder2Names {

    private Starcoder2Names() {}

    static Translation translate(Settings settings) {
        Map<String, Object> config = LlamaNames.config(settings, "starcoder2");
        config.remove("attention_bias");
        config.remove("mlp_bias");
        config.put("norm_epsilon", settings.number("attention.layer_norm_epsilon").orElse(1e-5));
        config.put("use_bias", settings.has("blk.0.attn_q.bias"));
        settings.find("attention.sliding_window")
                .ifPresent(window -> config.put("sliding_window", window));
        return new Translation(config, naming());
    }

    static Naming naming() {
        return LlamaNames.naming(Arrangement.SAME)
                .layer("ffn_up", "mlp.c_fc")
                .layer("ffn_down", "mlp.c_proj");
    }
}
