package openweights.engine.gguf.architecture;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/** Llama 4. llama.cpp has constants where config.json has keys; they are the defaults there. */
final class Llama4Names {

    /** With so many experts, queries and keys are not normalized. */
    private static final int WITHOUT_NORM = 128;

    private static final long CHUNK = 8192;

    private Llama4Names() {}

    static Translation translate(Settings settings) {
        Map<String, Object> config = LlamaNames.config(settings, "llama4_text");
        config.remove("mlp_bias");
        long experts = settings.count("expert_count");
        config.put("intermediate_size", settings.count("expert_feed_forward_length"));
        config.put("intermediate_size_mlp", settings.count("feed_forward_length"));
        config.put("interleave_moe_layer_step", settings.count("interleave_moe_layer_step"));
        config.put("num_local_experts", experts);
        config.put("num_experts_per_tok", settings.count("expert_used_count"));
        settings.expectGating(Settings.SIGMOID, false);
        settings.expect("attention.sliding_window", 0, CHUNK);
        // Ollama has keys for these two
        config.put("use_qk_norm", settings.flag("use_qk_norm").orElse(experts != WITHOUT_NORM));
        config.put("attention_chunk_size", settings.find("attention.chunk_size").orElse(CHUNK));
        if (settings.find("attention.sliding_window").equals(Optional.of(0L))) {
            config.put("attention_chunk_size", null);
            config.put("no_rope_layers", Collections.nCopies(settings.layers().count(), 1));
        }
        return new Translation(config, naming());
    }

    static Naming naming() {
        return LlamaNames.naming(Arrangement.SAME)
                .layer("ffn_gate", "feed_forward.gate_proj")
                .layer("ffn_up", "feed_forward.up_proj")
                .layer("ffn_down", "feed_forward.down_proj")
                .layer("ffn_gate_inp", "feed_forward.router")
                .layer("ffn_gate_shexp", "feed_forward.shared_expert.gate_proj")
                .layer("ffn_up_shexp", "feed_forward.shared_expert.up_proj")
                .layer("ffn_down_shexp", "feed_forward.shared_expert.down_proj")
                .composed(
                        "feed_forward.experts.gate_up_proj",
                        Form.columnsOfTwo(0),
                        "ffn_gate_exps.weight",
                        "ffn_up_exps.weight")
                .composed(
                        "feed_forward.experts.down_proj", Form.TRANSPOSED, "ffn_down_exps.weight");
    }
}
