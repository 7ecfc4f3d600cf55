package openweights.engine.convert;

import java.util.LinkedHashMap;
import java.util.Map;
import openweights.base.UserException;
import openweights.engine.gguf.architecture.Export;
import openweights.engine.model.Config;
import openweights.engine.model.config.RopeParameters;
import openweights.engine.model.config.RopeScaling;
import openweights.engine.model.family.Bloom;
import openweights.engine.model.family.Family;
import openweights.engine.model.family.Gpt2;
import openweights.engine.model.family.Llama;
import openweights.engine.model.family.Mistral;
import openweights.engine.model.family.Qwen2;
import openweights.engine.model.family.Qwen3;

/**
 * A family's configuration as the keys of a GGUF file.
 *
 * @param architecture llama.cpp's name
 * @param keys without the architecture's name in front
 * @param export names and rows of the tensors
 */
record FamilyKeys(String architecture, Map<String, Object> keys, Export export) {

    /**
     * @throws UserException if the family cannot be written
     */
    static FamilyKeys of(Config config) {
        Family family = config.family();
        if (family instanceof Llama llama) {
            return new FamilyKeys("llama", keys(llama), Export.llama(llama.headDim()));
        }
        if (family instanceof Mistral mistral) {
            Map<String, Object> keys = keys(mistral.llama());
            if (mistral.layers().slides(0)) {
                keys.put("attention.sliding_window", mistral.layers().widest());
            }
            return new FamilyKeys("llama", keys, Export.llama(mistral.llama().headDim()));
        }
        if (family instanceof Qwen2 qwen) {
            return new FamilyKeys("qwen2", keys(qwen.llama()), Export.qwen());
        }
        if (family instanceof Qwen3 qwen) {
            return new FamilyKeys("qwen3", keys(qwen.llama()), Export.qwen());
        }
        if (family instanceof Gpt2 gpt2) {
            return new FamilyKeys("gpt2", keys(gpt2), Export.gpt2());
        }
        if (family instanceof Bloom bloom) {
            return new FamilyKeys(
                    "bloom",
                    keys(bloom),
                    Export.bloom(bloom.nHead(), bloom.dimensions().headSize()));
        }
        throw new UserException(
                "Models of the family %s cannot be written as GGUF yet. Supported: bloom, gpt2, llama, mistral, qwen2, qwen3."
                        .formatted(config.modelType()));
    }

    private static Map<String, Object> keys(Llama llama) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("vocab_size", llama.vocabSize());
        keys.put("context_length", llama.maxPositionEmbeddings());
        keys.put("embedding_length", llama.hiddenSize());
        keys.put("block_count", llama.numHiddenLayers());
        keys.put("feed_forward_length", llama.intermediateSize());
        keys.put("attention.head_count", llama.numAttentionHeads());
        keys.put("attention.head_count_kv", llama.numKeyValueHeads());
        keys.put("attention.key_length", llama.headDim());
        keys.put("attention.value_length", llama.headDim());
        keys.put("attention.layer_norm_rms_epsilon", llama.rmsNormEps());
        keys.put("rope.dimension_count", llama.headDim());
        keys.put("rope.freq_base", llama.ropeParameters().ropeTheta());
        addScaling(llama.ropeParameters(), keys);
        return keys;
    }

    /** Llama 3's scaling is a tensor, which {@link RopeDivisors} writes. */
    private static void addScaling(RopeParameters rope, Map<String, Object> keys) {
        if (rope.scaling() instanceof RopeScaling.Linear linear) {
            keys.put("rope.scaling.type", "linear");
            keys.put("rope.scaling.factor", linear.factor());
        } else if (!(rope.scaling() instanceof RopeScaling.None)
                && !(rope.scaling() instanceof RopeScaling.Llama3)) {
            throw new UserException(
                    "Rotary positions of this kind (%s) cannot be written as GGUF yet."
                            .formatted(rope.scaling().getClass().getSimpleName()));
        }
    }

    private static Map<String, Object> keys(Gpt2 gpt2) {
        if (!gpt2.scaleAttnWeights() || gpt2.scaleAttnByInverseLayerIdx()) {
            throw new UserException(
                    "config.json scales attention in a way that GGUF files cannot say.");
        }
        return keys(
                gpt2.vocabSize(),
                gpt2.nPositions(),
                gpt2.nEmbd(),
                gpt2.nLayer(),
                gpt2.nInner(),
                gpt2.nHead(),
                gpt2.layerNormEpsilon());
    }

    private static Map<String, Object> keys(Bloom bloom) {
        return keys(
                bloom.vocabSize(),
                bloom.seqLength(),
                bloom.hiddenSize(),
                bloom.nLayer(),
                bloom.nInner(),
                bloom.nHead(),
                bloom.layerNormEpsilon());
    }

    private static Map<String, Object> keys(
            int vocabulary, int context, int width, int layers, int inner, int heads, float eps) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("vocab_size", vocabulary);
        keys.put("context_length", context);
        keys.put("embedding_length", width);
        keys.put("block_count", layers);
        keys.put("feed_forward_length", inner);
        keys.put("attention.head_count", heads);
        keys.put("attention.head_count_kv", heads);
        keys.put("attention.layer_norm_epsilon", eps);
        return keys;
    }
}
