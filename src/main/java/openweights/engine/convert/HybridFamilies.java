package openweights.engine.convert;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import openweights.engine.gguf.architecture.Export;
import openweights.engine.model.config.LayerHeads;
import openweights.engine.model.config.RopeScaling;
import openweights.engine.model.family.Gemma4;
import openweights.engine.model.family.Llama;
import openweights.engine.model.family.Qwen35;
import openweights.engine.model.layer.DeltaHeads;

/** Families with two kinds of layers whose tensors have different shapes. */
final class HybridFamilies {

    /** llama.cpp divides by it what is not rotated. */
    private static final float STILL = 1e30f;

    private HybridFamilies() {}

    static FamilyKeys gemma4(Gemma4 gemma) {
        Llama llama = gemma.llama();
        GgufKeys.requireNoBias(llama);
        GgufKeys.requireTied(true, llama.tieWordEmbeddings());
        int size = gemma.heads().get(gemma.heads().size() - 1).size(); // the last layer sees all
        Map<String, Object> keys = GgufKeys.of(llama);
        keys.put("attention.sliding_window", GgufKeys.window(gemma.layers()));
        keys.put("attention.sliding_window_pattern", gemma.layers().sliding());
        keys.put("attention.shared_kv_layers", gemma.numKvSharedLayers());
        List<Integer> shared = gemma.heads().stream().map(LayerHeads::keyValueHeads).toList();
        keys.put("attention.head_count_kv", shared);
        keys.put("attention.key_length", size);
        keys.put("attention.value_length", size);
        keys.put("attention.key_length_swa", llama.headDim());
        keys.put("attention.value_length_swa", llama.headDim());
        keys.put("rope.dimension_count", size);
        keys.put("rope.dimension_count_swa", llama.headDim());
        keys.put("rope.freq_base", gemma.fullRope().ropeTheta());
        keys.put("rope.freq_base_swa", llama.ropeParameters().ropeTheta());
        keys.put("feed_forward_length", inner(gemma));
        keys.put("embedding_length_per_layer_input", gemma.hiddenSizePerLayerInput());
        keys.put("final_logit_softcapping", gemma.finalSoftCap()); // without the key it would be 30
        if (gemma.numExperts() > 0) {
            keys.put("expert_count", gemma.numExperts());
            keys.put("expert_used_count", gemma.topKExperts());
            keys.put("expert_feed_forward_length", gemma.moeIntermediateSize());
        }
        Map<String, float[]> divisors = Map.of("rope_freqs.weight", divisors(gemma, size));
        return new FamilyKeys("gemma4", keys, Export.gemma4(), divisors);
    }

    private static List<Integer> inner(Gemma4 gemma) {
        int layers = gemma.llama().numHiddenLayers();
        int wide = gemma.useDoubleWideMlp() ? layers - gemma.numKvSharedLayers() : layers;
        int inner = gemma.llama().intermediateSize();
        return IntStream.range(0, layers).mapToObj(i -> i < wide ? inner : 2 * inner).toList();
    }

    private static float[] divisors(Gemma4 gemma, int size) {
        boolean known = gemma.fullRope().scaling() instanceof RopeScaling.Proportional;
        GgufKeys.require(known, "rope_type", "not \"proportional\"");
        RopeScaling.Proportional rope = (RopeScaling.Proportional) gemma.fullRope().scaling();
        int rotated = (int) Math.floor(rope.share() * size / 2);
        float[] divisors = new float[size / 2];
        for (int i = 0; i < divisors.length; i++) {
            divisors[i] = i < rotated ? rope.factor() : STILL;
        }
        return divisors;
    }

    static FamilyKeys qwen35(Qwen35 qwen) {
        Llama llama = qwen.llama();
        DeltaHeads heads = qwen.heads();
        GgufKeys.requireNoBias(llama);
        GgufKeys.require(
                heads.keySize() == heads.valueSize(), "linear_value_head_dim", heads.valueSize());
        Map<String, Object> keys = GgufKeys.of(llama);
        int pairs = (int) (llama.headDim() * llama.ropeParameters().partialRotaryFactor()) / 2;
        keys.put(
                "rope.dimension_sections", // of time, height, and width, which are equal in texts
                List.of((pairs + 2) / 3, (pairs + 1) / 3, pairs / 3, 0));
        keys.put("ssm.conv_kernel", heads.kernel());
        keys.put("ssm.state_size", heads.keySize());
        keys.put("ssm.group_count", heads.keys());
        keys.put("ssm.time_step_rank", heads.values());
        keys.put("ssm.inner_size", heads.valueWidth());
        keys.put("full_attention_interval", qwen.linear().indexOf(false) + 1);
        keys.put("attention.recurrent_layers", qwen.linear());
        return FamilyKeys.of(
                "qwen35",
                llama,
                keys,
                Export.qwen35(heads.keys(), heads.values(), heads.keySize()));
    }
}
