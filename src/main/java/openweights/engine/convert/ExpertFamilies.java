package openweights.engine.convert;

import java.util.Map;
import openweights.engine.gguf.architecture.Export;
import openweights.engine.math.Reach;
import openweights.engine.model.config.RopeScaling;
import openweights.engine.model.family.DeepseekExperts;
import openweights.engine.model.family.DeepseekV3;
import openweights.engine.model.family.GptOss;
import openweights.engine.model.family.Llama;
import openweights.engine.model.family.Llama4;
import openweights.engine.model.family.Mistral4;

/** Families with experts whose tensors, or attention, have another form in GGUF files. */
final class ExpertFamilies {

    private static final String WINDOW = "attention.sliding_window";

    /** What llama.cpp calls the ways in which experts are weighed. */
    private static final int SOFTMAX = 1;

    private static final int SIGMOID = 2;

    /** What DeepSeek's families add to the variance of short vectors. */
    private static final float LATENT_EPSILON = 1e-6f;

    private ExpertFamilies() {}

    static FamilyKeys gptOss(GptOss gpt) {
        GgufKeys.require(gpt.llama().attentionBias(), "attention_bias", false);
        Map<String, Object> keys = GgufKeys.of(gpt.llama());
        keys.put(WINDOW, GgufKeys.window(gpt.layers()));
        keys.put("expert_count", gpt.numLocalExperts());
        keys.put("expert_used_count", gpt.numExpertsPerTok());
        keys.put("expert_feed_forward_length", gpt.llama().intermediateSize());
        return FamilyKeys.of("gpt-oss", gpt.llama(), keys, Export.gptOss());
    }

    static FamilyKeys llama4(Llama4 llama4) {
        Llama llama = llama4.llama();
        GgufKeys.requireNoBias(llama);
        Map<String, Object> keys = GgufKeys.of(llama);
        keys.put("feed_forward_length", llama4.intermediateSizeMlp());
        keys.put("expert_feed_forward_length", llama.intermediateSize());
        keys.put("expert_count", llama4.numLocalExperts());
        keys.put("expert_used_count", llama4.numExpertsPerTok());
        keys.put("interleave_moe_layer_step", step(llama4));
        if (llama4.layers().reaches().stream().allMatch(Reach.ALL::equals)) {
            keys.put(WINDOW, 0);
        }
        return FamilyKeys.of("llama4", llama, keys, Export.llama4());
    }

    /** After how many layers the next has experts. */
    private static int step(Llama4 llama4) {
        return llama4.moeLayers().stream().mapToInt(layer -> layer + 1).min().orElse(0);
    }

    static FamilyKeys deepseekV3(DeepseekV3 deepseek) {
        Map<String, Object> keys = latent(deepseek, SIGMOID);
        return new FamilyKeys(
                "deepseek2", keys, Export.deepseekV3(fixed(deepseek), deepseek.vHeadDim()));
    }

    static FamilyKeys mistral4(Mistral4 mistral) {
        DeepseekV3 deepseek = mistral.deepseek();
        Map<String, Object> keys = latent(deepseek, SOFTMAX);
        keys.put("attention.temperature_scale", mistral.growth().beta());
        keys.put("attention.temperature_length", mistral.growth().originalContext());
        return new FamilyKeys(
                "mistral4", keys, Export.mistral4(fixed(deepseek), deepseek.vHeadDim()));
    }

    private static int fixed(DeepseekV3 deepseek) {
        return deepseek.llama().headDim() - deepseek.qkRopeHeadDim();
    }

    /** llama.cpp computes with the short vectors themselves, as keys and values of one head. */
    private static Map<String, Object> latent(DeepseekV3 deepseek, int gating) {
        Llama llama = deepseek.llama();
        GgufKeys.requireNoBias(llama);
        GgufKeys.require(deepseek.ropeInterleave(), "rope_interleave", false);
        float epsilon = llama.rmsNormEps();
        GgufKeys.require(epsilon == LATENT_EPSILON, "rms_norm_eps", epsilon);
        Map<String, Object> keys = GgufKeys.of(llama);
        GgufKeys.addRope(deepseek.rope(), deepseek.qkRopeHeadDim(), keys);
        if (deepseek.rope().scaling() instanceof RopeScaling.Yarn yarn) {
            keys.put("rope.scaling.yarn_log_multiplier", scoreWeight(deepseek, yarn) / 10);
        }
        if (deepseek.qLoraRank() > 0) {
            keys.put("attention.q_lora_rank", deepseek.qLoraRank());
        }
        keys.put("attention.kv_lora_rank", deepseek.kvLoraRank());
        keys.put("attention.head_count_kv", 1);
        keys.put("attention.key_length", deepseek.kvLoraRank() + deepseek.qkRopeHeadDim());
        keys.put("attention.value_length", deepseek.kvLoraRank());
        keys.put("attention.key_length_mla", llama.headDim());
        keys.put("attention.value_length_mla", deepseek.vHeadDim());
        keys.put("leading_dense_block_count", deepseek.firstKDenseReplace());
        addExperts(deepseek.experts(), gating, keys);
        return keys;
    }

    private static void addExperts(DeepseekExperts experts, int gating, Map<String, Object> keys) {
        keys.put("expert_count", experts.routed());
        keys.put("expert_used_count", experts.perToken());
        keys.put("expert_shared_count", experts.shared());
        keys.put("expert_feed_forward_length", experts.inner());
        keys.put("expert_group_count", experts.groups());
        keys.put("expert_group_used_count", experts.chosenGroups());
        keys.put("expert_weights_norm", experts.normalized());
        keys.put("expert_weights_scale", experts.factor());
        keys.put("expert_gating_func", gating);
    }

    /** The weight in YaRN's magnitude with which scores have grown: mscale_all_dim. */
    private static double scoreWeight(DeepseekV3 deepseek, RopeScaling.Yarn yarn) {
        double squared = deepseek.scoreScale() * Math.sqrt(deepseek.llama().headDim());
        double logarithm = Math.log(yarn.factor()) / 10;
        return yarn.factor() <= 1 ? 0 : GgufKeys.rounded((Math.sqrt(squared) - 1) / logarithm);
    }
}
