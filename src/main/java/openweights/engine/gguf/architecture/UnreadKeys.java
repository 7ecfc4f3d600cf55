package openweights.engine.gguf.architecture;

import java.util.List;
import java.util.Map;
import java.util.Set;
import openweights.engine.gguf.GgufFault;

/**
 * The keys of an architecture that its translation has not asked for. Each says something about the
 * model that would not be computed; so it is refused, unless it only describes the model, or says
 * what is done anyway. Which keys are followed is written nowhere: it is those that were asked for.
 */
final class UnreadKeys {

    /** Keys that say nothing of the numbers, or nothing that the tensors do not say. */
    private static final Set<String> DESCRIBING =
            Set.of(
                    "vocab_size", // the embedding has as many rows
                    "tensor_data_layout", // the order of rows, which the architecture says
                    "max_position_embeddings", // the context length
                    "pooling_type", // how programs make one vector of all, after the last norm
                    "rope.scaling.finetuned", // whether it was trained with longer texts
                    // read with YaRN only, which asks for them
                    "rope.scaling.original_context_length",
                    "rope.scaling.yarn_beta_fast",
                    "rope.scaling.yarn_beta_slow",
                    // some writers have both; the architecture says which norms there are
                    "attention.layer_norm_epsilon",
                    "attention.layer_norm_rms_epsilon");

    private static final List<Object> NONE = List.of(0);
    private static final List<Object> FACTOR = List.of(0, 1);

    /** Values that say what is done anyway. */
    private static final Map<String, List<Object>> USUAL =
            Map.ofEntries(
                    Map.entry("attention.causal", List.of(true)),
                    Map.entry("attention.clamp_kqv", NONE),
                    Map.entry("attention.max_alibi_bias", NONE),
                    Map.entry("attention.scale", NONE),
                    Map.entry("attention.shared_kv_layers", NONE),
                    Map.entry("attention.sliding_window", NONE),
                    Map.entry("attention.temperature_length", NONE),
                    Map.entry("attention.temperature_scale", NONE),
                    Map.entry("attn_logit_softcapping", NONE),
                    Map.entry("embedding_length_per_layer_input", NONE),
                    Map.entry("embedding_scale", FACTOR),
                    Map.entry("expert_count", NONE),
                    Map.entry("expert_feed_forward_length", NONE),
                    Map.entry("expert_gating_func", NONE),
                    Map.entry("expert_group_count", FACTOR),
                    Map.entry("expert_group_used_count", FACTOR),
                    Map.entry("expert_shared_count", NONE),
                    Map.entry("expert_shared_feed_forward_length", NONE),
                    Map.entry("expert_used_count", NONE),
                    Map.entry("expert_weights_norm", List.of(false)),
                    Map.entry("expert_weights_scale", FACTOR),
                    Map.entry("final_logit_softcapping", NONE),
                    Map.entry("leading_dense_block_count", NONE),
                    Map.entry("logit_scale", FACTOR),
                    Map.entry("n_deepstack_layers", NONE),
                    Map.entry("residual_scale", FACTOR),
                    Map.entry("rope.dimension_sections", NONE),
                    Map.entry("rope.scale_linear", FACTOR),
                    Map.entry("rope.scaling.alpha", NONE),
                    Map.entry("rope.scaling.attn_factor", List.of(1)),
                    Map.entry("rope.scaling.factor", FACTOR),
                    Map.entry("rope.scaling.type", List.of("none", "linear")),
                    Map.entry("rope.scaling.yarn_attn_factor", List.of(1)),
                    Map.entry("rope.scaling.yarn_ext_factor", List.of(-1, 1)),
                    Map.entry("rope.scaling.yarn_log_multiplier", NONE),
                    Map.entry("swiglu_clamp_exp", NONE),
                    Map.entry("swiglu_clamp_shexp", NONE));

    private UnreadKeys() {}

    /**
     * @throws openweights.engine.gguf.GgufException if there is a key that is not followed
     */
    static void refuse(Settings settings, Naming naming) {
        String prefix = settings.name() + ".";
        for (String whole : settings.metadata().values().keySet()) {
            if (whole.startsWith(prefix)) {
                refuse(settings, whole.substring(prefix.length()));
            } else if (whole.startsWith(LayerNumbers.PREFIX) && !naming.numbers().reads(whole)) {
                throw unknown(settings, whole);
            }
        }
    }

    private static void refuse(Settings settings, String key) {
        if (settings.hasAsked(key) || DESCRIBING.contains(key) || OtherParts.haveKey(key)) {
            return;
        }
        if (key.equals("rope.freq_base_swa")) { // in layers with a window, which are like others
            settings.expect(key, settings.number("rope.freq_base").orElse(1e4));
        } else if (USUAL.containsKey(key)) {
            settings.expect(key, USUAL.get(key).toArray());
        } else {
            throw unknown(settings, settings.key(key));
        }
    }

    private static RuntimeException unknown(Settings settings, String whole) {
        return settings.metadata()
                .fault(
                        GgufFault.UNSUPPORTED_SETTING,
                        whole,
                        "no such key, which the engine does not follow in models of the"
                                + " architecture "
                                + settings.name());
    }
}
