package openweights.engine.gguf.architecture;

import java.util.Map;

/** Phi 3 and 4. */
final class Phi3Names {

    private Phi3Names() {}

    static Translation translate(Settings settings) {
        Map<String, Object> config = LlamaNames.partlyRotated(settings, "phi3");
        config.remove("attention_bias");
        config.remove("mlp_bias");
        config.put("partial_rotary_factor", settings.rotatedShare());
        settings.find("rope.scaling.original_context_length")
                .ifPresent(context -> config.put("original_max_position_embeddings", context));
        settings.find("attention.sliding_window")
                .filter(window -> window > 0)
                .ifPresent(window -> config.put("sliding_window", window));
        return new Translation(config, naming());
    }

    static Naming naming() {
        return LlamaNames.naming(Arrangement.SAME)
                .unused(RopeScaling.LONG, RopeScaling.SHORT)
                .layer("attn_qkv", "self_attn.qkv_proj")
                .layer("ffn_up", "mlp.gate_up_proj");
    }
}
