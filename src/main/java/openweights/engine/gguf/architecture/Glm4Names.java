package openweights.engine.gguf.architecture;

import java.util.Map;

/** GLM 4 (0414), with norms before and after each part. */
final class Glm4Names {

    private Glm4Names() {}

    static Translation translate(Settings settings) {
        Map<String, Object> config = LlamaNames.partlyRotated(settings, "glm4");
        config.remove("mlp_bias");
        config.put("partial_rotary_factor", settings.rotatedShare());
        return new Translation(config, naming());
    }

    static Naming naming() {
        return LlamaNames.naming(Arrangement.SAME)
                .layer("post_attention_norm", "post_self_attn_layernorm")
                .layer("ffn_up", "mlp.gate_up_proj")
                .layer("post_ffw_norm", "post_mlp_layernorm");
    }
}
