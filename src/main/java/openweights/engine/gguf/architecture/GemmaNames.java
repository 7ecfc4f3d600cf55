package openweights.engine.gguf.architecture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openweights.engine.gguf.GgufFault;
import openweights.engine.view.Mapped;
import openweights.engine.view.Renamed;
import openweights.engine.view.StoredView;
import openweights.engine.view.TensorView;
import openweights.engine.weights.StoredTensor;

/** Gemma, Gemma 2 and 3, whose norms GGUF files have with 1 added. */
final class GemmaNames {

    static final Arrangement NORM =
            new Arrangement() {
                @Override
                public List<TensorView> read(String name, StoredTensor stored) {
                    return List.of(Mapped.shifted(StoredView.of(name, stored), 1));
                }

                @Override
                public TensorView write(String name, List<TensorView> parts) {
                    return Mapped.shifted(new Renamed(name, parts.get(0)), -1);
                }
            };

    /** How many layers the largest models have, which divide scores by another number. */
    private static final long LARGEST_SECOND = 46;

    private static final long LARGEST_THIRD = 62;

    private static final double BASE = 1e6;
    private static final double LOCAL_BASE = 1e4;

    /** Models with such a context have positions of a shorter one, scaled by a factor. */
    private static final long LONG_CONTEXT = 131_072;

    private static final int FACTOR = 8;

    private GemmaNames() {}

    static Translation first(Settings settings) {
        Map<String, Object> config = LlamaNames.config(settings, "gemma");
        config.remove("mlp_bias");
        return new Translation(config, namingOfFirst());
    }

    static Translation second(Settings settings) {
        Map<String, Object> config = config(settings, "gemma2", LARGEST_SECOND);
        settings.number("attn_logit_softcapping")
                .ifPresent(cap -> config.put("attn_logit_softcapping", cap));
        settings.number("final_logit_softcapping")
                .ifPresent(cap -> config.put("final_logit_softcapping", cap));
        return new Translation(config, naming());
    }

    /** Gemma 3, which has norms of queries and keys. */
    static Naming namingOfThird() {
        return naming().layer("attn_q_norm", "self_attn.q_norm", NORM)
                .layer("attn_k_norm", "self_attn.k_norm", NORM);
    }

    static Translation third(Settings settings) {
        requireNoYarnOfOllama(settings);
        Map<String, Object> config = config(settings, "gemma3_text", LARGEST_THIRD);
        config.putAll(positionsOfThird(settings));
        return new Translation(config, namingOfThird());
    }

    /**
     * Ollama's own conversion has other names for two keys, and leaves out what all released models
     * have in common; llama.cpp takes other values for granted.
     */
    private static Map<String, Object> positionsOfThird(Settings settings) {
        Map<String, Object> config = new HashMap<>();
        config.put(
                "rope_theta",
                settings.number("rope.freq_base")
                        .or(() -> settings.number("rope.global.freq_base"))
                        .orElseGet(
                                () ->
                                        isOfOllama(settings)
                                                ? BASE
                                                : settings.required("rope.freq_base")));
        config.put(
                "rope_local_base_freq",
                settings.number("rope.freq_base_swa")
                        .or(() -> settings.number("rope.local.freq_base"))
                        .orElse(LOCAL_BASE));
        boolean silent = settings.number("rope.scaling.factor").isEmpty();
        if (silent && isOfOllama(settings) && settings.count("context_length") >= LONG_CONTEXT) {
            config.put("rope_scaling", Map.of("rope_type", "linear", "factor", FACTOR));
        }
        return config;
    }

    /**
     * Its conversion drops YaRN's weight, for which its own program takes 1 and transformers more.
     */
    private static void requireNoYarnOfOllama(Settings settings) {
        if (RopeScaling.isYarn(settings) && isOfOllama(settings)) {
            throw settings.metadata()
                    .fault(
                            GgufFault.UNSUPPORTED_SETTING,
                            settings.key("rope.scaling.type"),
                            "none or linear, because Ollama's files do not say how YaRN weighs scores");
        }
    }

    /** What shows that Ollama converted a model itself. */
    private static boolean isOfOllama(Settings settings) {
        return settings.number("rope.local.freq_base").isPresent()
                || settings.number("rope.global.freq_base").isPresent()
                || settings.number("attention.layer_norm_rms_epsilon").isEmpty()
                || settings.find("mm.tokens_per_image").isPresent()
                || settings.file().tensors().stream()
                        .anyMatch(tensor -> OtherParts.haveTensor(tensor.name()));
    }

    private static Map<String, Object> config(Settings settings, String type, long largest) {
        Map<String, Object> config = LlamaNames.config(settings, type);
        config.remove("mlp_bias");
        config.put("hidden_activation", "gelu_pytorch_tanh");
        config.put("sliding_window", settings.count("attention.sliding_window"));
        settings.layers().sliding().ifPresent(types -> config.put("layer_types", types));
        boolean isLargest = settings.layers().count() == largest;
        config.put(
                "query_pre_attn_scalar",
                isLargest
                        ? settings.count("embedding_length") / Math.max(1, settings.heads())
                        : settings.headSize());
        return config;
    }

    static Naming namingOfFirst() {
        return LlamaNames.naming(Arrangement.SAME)
                .whole("output_norm", "model.norm", NORM)
                .layer("attn_norm", "input_layernorm", NORM)
                .layer("ffn_norm", "post_attention_layernorm", NORM);
    }

    static Naming naming() {
        return namingOfFirst()
                .layer("post_attention_norm", "post_attention_layernorm", NORM)
                .layer("ffn_norm", "pre_feedforward_layernorm", NORM)
                .layer("post_ffw_norm", "post_feedforward_layernorm", NORM);
    }
}
