package openweights.engine.convert;

import java.util.Map;
import openweights.engine.gguf.architecture.Export;
import openweights.engine.model.family.gpt.Bloom;
import openweights.engine.model.family.gpt.Falcon;
import openweights.engine.model.family.gpt.Gpt2;
import openweights.engine.model.family.gpt.GptNeox;

/** Families with keys of their own, and one tensor for queries, keys, and values. */
final class FusedFamilies {

    private FusedFamilies() {}

    static FamilyKeys gpt2(Gpt2 gpt2) {
        GgufKeys.require(gpt2.scaleAttnWeights(), "scale_attn_weights", false);
        boolean each = gpt2.scaleAttnByInverseLayerIdx();
        GgufKeys.require(!each, "scale_attn_by_inverse_layer_idx", true);
        Map<String, Object> keys =
                GgufKeys.sizes(
                        gpt2.vocabSize(),
                        gpt2.nPositions(),
                        gpt2.nEmbd(),
                        gpt2.nLayer(),
                        gpt2.nInner());
        addHeads(gpt2.nHead(), gpt2.nHead(), gpt2.layerNormEpsilon(), keys);
        return new FamilyKeys("gpt2", keys, Export.gpt2());
    }

    static FamilyKeys bloom(Bloom bloom) {
        Map<String, Object> keys =
                GgufKeys.sizes(
                        bloom.vocabSize(),
                        bloom.seqLength(),
                        bloom.hiddenSize(),
                        bloom.nLayer(),
                        bloom.nInner());
        addHeads(bloom.nHead(), bloom.nHead(), bloom.layerNormEpsilon(), keys);
        int size = bloom.dimensions().headSize();
        return new FamilyKeys("bloom", keys, Export.bloom(bloom.nHead(), size));
    }

    static FamilyKeys gptNeox(GptNeox neox) {
        GgufKeys.require(neox.attentionBias(), "attention_bias", false);
        GgufKeys.requireTied(false, neox.tieWordEmbeddings());
        Map<String, Object> keys =
                GgufKeys.sizes(
                        neox.vocabSize(),
                        neox.maxPositionEmbeddings(),
                        neox.hiddenSize(),
                        neox.numHiddenLayers(),
                        neox.intermediateSize());
        int heads = neox.numAttentionHeads();
        int size = neox.dimensions().headSize();
        addHeads(heads, heads, neox.layerNormEps(), keys);
        GgufKeys.addRope(neox.ropeParameters(), size, keys);
        keys.put("use_parallel_residual", neox.useParallelResidual());
        return new FamilyKeys("gptneox", keys, Export.gptNeox(heads, size));
    }

    static FamilyKeys falcon(Falcon falcon) {
        GgufKeys.require(!falcon.alibi(), "alibi", true);
        GgufKeys.require(!falcon.bias(), "bias", true);
        GgufKeys.require(falcon.parallelAttn(), "parallel_attn", false);
        Map<String, Object> keys =
                GgufKeys.sizes(
                        falcon.vocabSize(),
                        falcon.maxPositionEmbeddings(),
                        falcon.hiddenSize(),
                        falcon.numHiddenLayers(),
                        falcon.ffnHiddenSize());
        int heads = falcon.numAttentionHeads();
        int shared = falcon.numKvHeads();
        int size = falcon.dimensions().headSize();
        addHeads(heads, shared, falcon.layerNormEpsilon(), keys);
        GgufKeys.addRope(falcon.ropeParameters(), size, keys);
        Export export = Export.falcon(heads, shared, size, falcon.twoNorms());
        return new FamilyKeys("falcon", keys, export);
    }

    private static void addHeads(
            int heads, int keyValueHeads, float epsilon, Map<String, Object> keys) {
        keys.put("attention.head_count", heads);
        keys.put("attention.head_count_kv", keyValueHeads);
        keys.put("attention.layer_norm_epsilon", epsilon);
    }
}
