package openweights.engine.gguf.architecture;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import openweights.engine.gguf.GgufException;
import openweights.engine.gguf.GgufFault;
import openweights.engine.weights.StoredTensor;

/** How rotary positions are slowed down for longer contexts: config.json's {@code rope_scaling}. */
final class RopeScaling {

    /** Llama 3.1's divisors of the frequencies, one for each pair, as a tensor. */
    static final String FREQUENCIES = "rope_freqs.weight";

    /** Phi 3's divisors for long texts, and for texts within the context of pretraining. */
    static final String LONG = "rope_factors_long.weight";

    static final String SHORT = "rope_factors_short.weight";

    /** For families that scale positions unless config.json says that they do not. */
    static final Map<String, Object> NONE = Map.of("rope_type", "default");

    /** What Llama 3.1 and 3.2 were released with; files keep only the divisors that follow. */
    private static final int LLAMA3_CONTEXT = 8192;

    private static final int LOW = 1;
    private static final int HIGH = 4;
    private static final float TOLERANCE = 1e-4f;

    /** As many as a float32 number always keeps. */
    private static final int DIGITS = 6;

    private RopeScaling() {}

    static Optional<Map<String, Object>> of(Settings settings) {
        Optional<StoredTensor> divisors = settings.file().tensor(FREQUENCIES);
        if (divisors.isPresent()) {
            requireNone(settings, FREQUENCIES);
            return Optional.of(llama3(settings, divisors.get()));
        }
        if (settings.has(LONG) || settings.has(SHORT)) {
            requireNone(settings, LONG);
            return Optional.of(longRope(settings));
        }
        String key = settings.key("rope.scaling.type");
        String type = settings.metadata().text(key).orElse("linear"); // as llama.cpp has it
        return switch (type) {
            case "none", "default", "" -> { // the last two are Ollama's names
                settings.passOver("rope.scaling.factor", "rope.scale_linear");
                yield Optional.empty();
            }
            case "linear" ->
                    settings.number("rope.scaling.factor")
                            .or(() -> settings.number("rope.scale_linear")) // until 2023
                            .filter(factor -> factor != 1 && factor != 0) // 0 is for none
                            .map(factor -> Map.of("rope_type", "linear", "factor", factor));
            case "yarn" -> Optional.of(yarn(settings));
            default ->
                    throw settings.metadata()
                            .fault(GgufFault.UNSUPPORTED_SETTING, key, "none, linear, or yarn");
        };
    }

    /**
     * @param divisors the tensor that says how positions are scaled
     * @throws GgufException if a key says that they are scaled in another way
     */
    static void requireNone(Settings settings, String divisors) {
        settings.expect("rope.scaling.type", "none", "linear", "longrope");
        String type = settings.metadata().text(settings.key("rope.scaling.type")).orElse("linear");
        String key = "rope.scaling.factor";
        boolean scaled = settings.number(key).filter(f -> f != 1 && f != 0).isPresent();
        if (scaled && !type.equals("none")) {
            throw settings.metadata()
                    .fault(
                            GgufFault.UNSUPPORTED_SETTING,
                            settings.key(key),
                            "1, because " + divisors + " says how positions are scaled");
        }
    }

    /** Whether positions are scaled by YaRN. */
    static boolean isYarn(Settings settings) {
        return settings.metadata()
                .text(settings.key("rope.scaling.type"))
                .filter("yarn"::equals)
                .isPresent();
    }

    /** YaRN's settings, to be completed with those of an architecture. */
    static Map<String, Object> yarn(Settings settings) {
        Map<String, Object> scaling = new LinkedHashMap<>();
        scaling.put("rope_type", "yarn");
        settings.number("rope.scaling.factor").ifPresent(value -> scaling.put("factor", value));
        settings.number("rope.scaling.yarn_beta_fast")
                .ifPresent(value -> scaling.put("beta_fast", value));
        settings.number("rope.scaling.yarn_beta_slow")
                .ifPresent(value -> scaling.put("beta_slow", value));
        settings.find("rope.scaling.original_context_length")
                .filter(value -> value > 0)
                .ifPresent(value -> scaling.put("original_max_position_embeddings", value));
        settings.number("rope.scaling.yarn_attn_factor")
                .ifPresent(value -> scaling.put("attention_factor", value));
        return scaling;
    }

    /** The weight in YaRN's magnitude, if there is one. */
    static Optional<Double> logMultiplier(Settings settings) {
        String key = "rope.scaling.yarn_log_multiplier";
        return settings.number(key)
                .filter(weight -> weight != 0)
                .map(weight -> finite(settings, key, weight))
                .map(RopeScaling::rounded);
    }

    private static double finite(Settings settings, String key, double number) {
        if (!Double.isFinite(number)) {
            throw settings.metadata().wrong(settings.key(key), "a finite number");
        }
        return number;
    }

    /** What was written of a decimal fraction: files have float32 numbers. */
    static double rounded(double number) {
        return new BigDecimal(number).round(new MathContext(DIGITS)).doubleValue();
    }

    /**
     * @throws GgufException if the file has only the other tensor of the two
     */
    private static float[] divisors(Settings settings, String name) {
        return settings.file()
                .tensor(name)
                .orElseThrow(() -> settings.metadata().missing(name))
                .floats();
    }

    private static Map<String, Object> longRope(Settings settings) {
        Map<String, Object> scaling = new LinkedHashMap<>();
        scaling.put("rope_type", "longrope");
        scaling.put("short_factor", divisors(settings, SHORT));
        scaling.put("long_factor", divisors(settings, LONG));
        scaling.put("attention_factor", settings.number("rope.scaling.attn_factor").orElse(1.0));
        return scaling;
    }

    /**
     * The largest divisor is the factor; all others must then follow from Llama 3's rule, with
     * which the divisors rise slowly, or with Llama 4's, where they rise at once.
     */
    private static Map<String, Object> llama3(Settings settings, StoredTensor tensor) {
        float[] divisors = tensor.floats();
        double theta = settings.number("rope.freq_base").orElse(1e4);
        float factor = 1;
        for (float divisor : divisors) {
            factor = Math.max(factor, divisor);
        }
        int other = firstOther(divisors, theta, factor, HIGH);
        int high = other < divisors.length ? LOW : HIGH;
        if (high == LOW && firstOther(divisors, theta, factor, LOW) < divisors.length) {
            throw new GgufException(
                    GgufFault.UNSUPPORTED_SETTING,
                    tensor.file(),
                    FREQUENCIES,
                    tensor.fileOffset() + (long) Float.BYTES * other,
                    "has frequencies that Llama 3's rule does not give");
        }
        Map<String, Object> scaling = new LinkedHashMap<>();
        scaling.put("rope_type", "llama3");
        scaling.put("factor", factor);
        scaling.put("low_freq_factor", LOW);
        scaling.put("high_freq_factor", high);
        scaling.put("original_max_position_embeddings", LLAMA3_CONTEXT);
        return scaling;
    }

    /** The first divisor that the rule does not give; their number if it gives all. */
    private static int firstOther(float[] divisors, double theta, float factor, int high) {
        for (int i = 0; i < divisors.length; i++) {
            double frequency = Math.pow(theta, -(double) i / divisors.length);
            if (!(Math.abs(divisors[i] / divisor(frequency, factor, high) - 1) <= TOLERANCE)) {
                return i;
            }
        }
        return divisors.length;
    }

    private static double divisor(double frequency, float factor, int high) {
        double turns = LLAMA3_CONTEXT * frequency / (2 * Math.PI);
        double kept = Math.max(0, Math.min(1, (turns - LOW) / (high - LOW)));
        return 1 / ((1 - kept) / factor + kept);
    }
}
