package openweights.engine.convert;

import java.util.LinkedHashMap;
import java.util.Map;
import openweights.base.UserException;
import openweights.engine.math.Reach;
import openweights.engine.model.config.LayerTypes;
import openweights.engine.model.config.RopeParameters;
import openweights.engine.model.config.RopeScaling;
import openweights.engine.model.family.Llama;

/** The keys that most architectures share, and what llama.cpp demands of a model. */
final class GgufKeys {

    private static final double ROUNDING = 1e5;

    private GgufKeys() {}

    /** The keys of a family that begins with Llama's. */
    static Map<String, Object> of(Llama llama) {
        Map<String, Object> keys =
                sizes(
                        llama.vocabSize(),
                        llama.maxPositionEmbeddings(),
                        llama.hiddenSize(),
                        llama.numHiddenLayers(),
                        llama.intermediateSize());
        keys.put("attention.head_count", llama.numAttentionHeads());
        keys.put("attention.head_count_kv", llama.numKeyValueHeads());
        keys.put("attention.key_length", llama.headDim());
        keys.put("attention.value_length", llama.headDim());
        keys.put("attention.layer_norm_rms_epsilon", llama.rmsNormEps());
        addRope(llama.ropeParameters(), llama.headDim(), keys);
        return keys;
    }

    /** The same, with LayerNorm instead of RMSNorm. */
    static Map<String, Object> withLayerNorm(Llama llama, float epsilon) {
        Map<String, Object> keys = of(llama);
        keys.remove("attention.layer_norm_rms_epsilon");
        keys.put("attention.layer_norm_epsilon", epsilon);
        return keys;
    }

    static Map<String, Object> sizes(
            int vocabulary, int context, int width, int layers, int inner) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("vocab_size", vocabulary);
        keys.put("context_length", context);
        keys.put("embedding_length", width);
        keys.put("block_count", layers);
        keys.put("feed_forward_length", inner);
        return keys;
    }

    /** Llama 3's scaling and Phi 3's divisors are tensors, which {@link RopeDivisors} has. */
    static void addRope(RopeParameters rope, int headSize, Map<String, Object> keys) {
        keys.put("rope.dimension_count", (int) (headSize * rope.partialRotaryFactor()));
        keys.put("rope.freq_base", rope.ropeTheta());
        RopeScaling scaling = rope.scaling();
        if (scaling instanceof RopeScaling.Linear linear) {
            keys.put("rope.scaling.type", "linear");
            keys.put("rope.scaling.factor", linear.factor());
        } else if (scaling instanceof RopeScaling.Yarn yarn) {
            keys.put("rope.scaling.type", "yarn");
            keys.put("rope.scaling.factor", yarn.factor());
            keys.put("rope.scaling.original_context_length", yarn.originalContext());
            keys.put("rope.scaling.yarn_beta_fast", yarn.betaFast());
            keys.put("rope.scaling.yarn_beta_slow", yarn.betaSlow());
        } else if (scaling instanceof RopeScaling.LongRope longRope) {
            keys.put("rope.scaling.original_context_length", longRope.originalContext());
            keys.put("rope.scaling.attn_factor", longRope.attentionFactor());
        } else if (!(scaling instanceof RopeScaling.None)
                && !(scaling instanceof RopeScaling.Llama3)) {
            throw new UserException(
                    "Rotary positions of this kind (%s) cannot be written as GGUF."
                            .formatted(scaling.getClass().getSimpleName()));
        }
    }

    /**
     * The weight by which YaRN's magnitude is divided: config.json's mscale_all_dim, where mscale
     * is 1.
     */
    static double yarnWeight(RopeScaling.Yarn yarn) {
        double logarithm = Math.log(yarn.factor()) / 10;
        return yarn.factor() <= 1
                ? 0
                : rounded(((1 + logarithm) / yarn.attentionFactor() - 1) / logarithm);
    }

    static double rounded(double number) {
        return Math.round(number * ROUNDING) / ROUNDING;
    }

    /** The window of the layers that have one; which layers these are follows from the family. */
    static int window(LayerTypes layers) {
        int window = layers.reaches().stream().mapToInt(Reach::size).max().orElse(0);
        require(window > 0, "layer_types", "without a sliding window");
        return window;
    }

    /**
     * @param holds what llama.cpp takes for granted
     * @param key of config.json
     * @param found its value
     * @throws UserException if it does not hold
     */
    static void require(boolean holds, String key, Object found) {
        if (!holds) {
            throw new UserException(
                    "\"%s\" is %s in config.json, and for models of this family GGUF files cannot say that. The model was not written."
                            .formatted(key, found));
        }
    }

    /** Biases of queries, keys, and values, which some architectures do not have. */
    static void requireNoBias(Llama llama) {
        require(!llama.attentionBias(), "attention_bias", true);
    }

    /** An embedding that is also the output head. */
    static void requireTied(boolean wanted, boolean tied) {
        require(wanted == tied, "tie_word_embeddings", tied);
    }
}
