package openweights.engine.gguf.architecture;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import openweights.engine.gguf.GgufFault;

/**
 * Keys that llama.cpp follows in some architectures. A file that has one of them where nothing has
 * asked for it would be computed wrongly, unless its value changes nothing.
 */
final class Unfollowed {

    private static final Set<Double> ZERO = Set.of(0.0);
    private static final Set<Double> ONE = Set.of(1.0);
    private static final Set<Double> FACTOR = Set.of(0.0, 1.0);

    /** The values that change nothing. */
    private static final Map<String, Set<Double>> NEUTRAL =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("attention.clamp_kqv", ZERO),
                            Map.entry("attention.scale", ZERO),
                            Map.entry("attention.temperature_scale", ZERO),
                            Map.entry("attn_logit_softcapping", ZERO),
                            Map.entry("embedding_scale", FACTOR),
                            Map.entry("expert_weights_scale", FACTOR),
                            Map.entry("final_logit_softcapping", ZERO),
                            Map.entry("logit_scale", FACTOR),
                            Map.entry("residual_scale", FACTOR),
                            Map.entry("rope.scaling.alpha", ZERO),
                            Map.entry("rope.scaling.attn_factor", ONE),
                            Map.entry("rope.scaling.yarn_attn_factor", ONE),
                            Map.entry("rope.scaling.yarn_ext_factor", Set.of(-1.0, 1.0))));

    private Unfollowed() {}

    /**
     * @throws openweights.engine.gguf.GgufException if there is such a key
     */
    static void refuse(Settings settings) {
        NEUTRAL.forEach(
                (key, values) -> {
                    if (!settings.hasAsked(key)) {
                        settings.number(key)
                                .filter(value -> !values.contains(value + 0.0)) // -0 is 0
                                .ifPresent(value -> fail(settings, key, "no such key"));
                    }
                });
        if (!settings.flag("attention.causal").orElse(true)) {
            fail(settings, "attention.causal", "true: each token sees only earlier ones here");
        }
        String base = "rope.freq_base_swa";
        if (!settings.hasAsked(base)) {
            double full = settings.number("rope.freq_base").orElse(1e4);
            settings.number(base)
                    .filter(value -> value != full)
                    .ifPresent(value -> fail(settings, base, full + ", as in other layers"));
        }
    }

    private static void fail(Settings settings, String key, String expected) {
        throw settings.metadata().fault(GgufFault.UNSUPPORTED_SETTING, settings.key(key), expected);
    }
}
