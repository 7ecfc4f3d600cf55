package openweights.engine.convert;

import java.util.Map;
import openweights.engine.gguf.architecture.Export;
import openweights.engine.model.config.RopeScaling;
import openweights.engine.model.family.Apertus;
import openweights.engine.model.family.Gemma;
import openweights.engine.model.family.Gemma2;
import openweights.engine.model.family.Gemma3;
import openweights.engine.model.family.Glm4;
import openweights.engine.model.family.Granite;
import openweights.engine.model.family.Llama;
import openweights.engine.model.family.Ministral3;
import openweights.engine.model.family.Mistral;
import openweights.engine.model.family.Mixtral;
import openweights.engine.model.family.Olmo2;
import openweights.engine.model.family.Olmo3;
import openweights.engine.model.family.Olmoe;
import openweights.engine.model.family.Phi3;
import openweights.engine.model.family.Qwen2;
import openweights.engine.model.family.Qwen3;
import openweights.engine.model.family.Qwen3Moe;
import openweights.engine.model.family.SmolLm3;

/** Families with Llama's keys and RMSNorm. */
final class LlamaFamilies {

    private static final String WINDOW = "attention.sliding_window";

    private LlamaFamilies() {}

    static FamilyKeys llama(Llama llama) {
        return FamilyKeys.of("llama", llama, GgufKeys.of(llama), Export.llama(llama.headDim()));
    }

    static FamilyKeys mistral(Mistral mistral) {
        Map<String, Object> keys = GgufKeys.of(mistral.llama());
        if (mistral.layers().slides(0)) {
            keys.put(WINDOW, mistral.layers().reach(0).size());
        }
        Llama llama = mistral.llama();
        return FamilyKeys.of("llama", llama, keys, Export.llama(llama.headDim()));
    }

    static FamilyKeys mixtral(Mixtral mixtral) {
        Map<String, Object> keys = GgufKeys.of(mixtral.llama());
        keys.put("expert_count", mixtral.numLocalExperts());
        keys.put("expert_used_count", mixtral.numExpertsPerTok());
        if (mixtral.slidingWindow() > 0) {
            keys.put(WINDOW, mixtral.slidingWindow());
        }
        Llama llama = mixtral.llama();
        return FamilyKeys.of("llama", llama, keys, Export.mixtral(llama.headDim()));
    }

    static FamilyKeys qwen2(Qwen2 qwen) {
        return FamilyKeys.of("qwen2", qwen.llama(), GgufKeys.of(qwen.llama()), Export.qwen());
    }

    static FamilyKeys qwen3(Qwen3 qwen) {
        GgufKeys.requireNoBias(qwen.llama());
        return FamilyKeys.of("qwen3", qwen.llama(), GgufKeys.of(qwen.llama()), Export.qwen());
    }

    static FamilyKeys qwen3Moe(Qwen3Moe qwen) {
        GgufKeys.requireNoBias(qwen.llama());
        Map<String, Object> keys = GgufKeys.of(qwen.llama());
        keys.put("expert_count", qwen.numExperts());
        keys.put("expert_used_count", qwen.numExpertsPerTok());
        keys.put("expert_feed_forward_length", qwen.moeIntermediateSize());
        return FamilyKeys.of("qwen3moe", qwen.llama(), keys, Export.qwenWithExperts());
    }

    static FamilyKeys gemma(Gemma gemma) {
        GgufKeys.requireNoBias(gemma.llama());
        GgufKeys.requireTied(true, gemma.llama().tieWordEmbeddings());
        return FamilyKeys.of("gemma", gemma.llama(), GgufKeys.of(gemma.llama()), Export.gemma());
    }

    static FamilyKeys gemma2(Gemma2 gemma) {
        GgufKeys.requireNoBias(gemma.llama());
        GgufKeys.requireTied(true, gemma.llama().tieWordEmbeddings());
        Map<String, Object> keys = GgufKeys.of(gemma.llama());
        keys.put(WINDOW, GgufKeys.window(gemma.layers()));
        GgufKeys.require(gemma.attnSoftCap() > 0, "attn_logit_softcapping", 0);
        GgufKeys.require(gemma.finalSoftCap() > 0, "final_logit_softcapping", 0);
        keys.put("attn_logit_softcapping", gemma.attnSoftCap());
        keys.put("final_logit_softcapping", gemma.finalSoftCap());
        return FamilyKeys.of("gemma2", gemma.llama(), keys, Export.gemma2());
    }

    static FamilyKeys gemma3(Gemma3 gemma) {
        GgufKeys.requireNoBias(gemma.llama());
        GgufKeys.requireTied(true, gemma.llama().tieWordEmbeddings());
        Map<String, Object> keys = GgufKeys.of(gemma.llama());
        keys.put(WINDOW, GgufKeys.window(gemma.layers()));
        keys.put("rope.freq_base_swa", gemma.slidingRope().ropeTheta());
        return FamilyKeys.of("gemma3", gemma.llama(), keys, Export.gemma3());
    }

    static FamilyKeys granite(Granite granite) {
        Map<String, Object> keys = GgufKeys.of(granite.llama());
        keys.put("embedding_scale", granite.embeddingMultiplier());
        keys.put("attention.scale", granite.attentionMultiplier());
        keys.put("residual_scale", granite.residualMultiplier());
        keys.put("logit_scale", granite.logitsScaling());
        Llama llama = granite.llama();
        return FamilyKeys.of("granite", llama, keys, Export.llama(llama.headDim()));
    }

    static FamilyKeys olmo2(Olmo2 olmo) {
        GgufKeys.requireNoBias(olmo.llama());
        GgufKeys.requireTied(false, olmo.llama().tieWordEmbeddings());
        return FamilyKeys.of("olmo2", olmo.llama(), GgufKeys.of(olmo.llama()), Export.olmo2());
    }

    static FamilyKeys olmo3(Olmo3 olmo) {
        Llama llama = olmo.llama();
        GgufKeys.requireNoBias(llama);
        GgufKeys.requireTied(false, llama.tieWordEmbeddings());
        Map<String, Object> keys = GgufKeys.of(llama);
        if (llama.ropeParameters().scaling() instanceof RopeScaling.Yarn yarn) {
            keys.put("rope.scaling.attn_factor", yarn.attentionFactor());
        }
        keys.put(WINDOW, GgufKeys.window(olmo.layers()));
        keys.put("attention.sliding_window_pattern", olmo.layers().sliding());
        return FamilyKeys.of("olmo2", llama, keys, Export.olmo2());
    }

    static FamilyKeys ministral3(Ministral3 mistral) {
        Llama llama = mistral.llama();
        Map<String, Object> keys = GgufKeys.of(llama);
        if (mistral.slidingWindow() > 0) {
            keys.put(WINDOW, mistral.slidingWindow());
        }
        if (llama.ropeParameters().scaling() instanceof RopeScaling.Yarn yarn) {
            keys.put("rope.scaling.yarn_log_multiplier", GgufKeys.yarnWeight(yarn));
        }
        keys.put("rope.scaling.original_context_length", mistral.growth().originalContext());
        keys.put("attention.temperature_scale", mistral.growth().beta());
        return FamilyKeys.of("mistral3", llama, keys, Export.llama(llama.headDim()));
    }

    static FamilyKeys apertus(Apertus apertus) {
        GgufKeys.require(apertus.xielu(), "hidden_act", "not \"xielu\"");
        GgufKeys.requireNoBias(apertus.llama());
        Map<String, Object> keys = GgufKeys.of(apertus.llama());
        return FamilyKeys.of("apertus", apertus.llama(), keys, Export.apertus());
    }

    static FamilyKeys olmoe(Olmoe olmoe) {
        GgufKeys.requireNoBias(olmoe.llama());
        GgufKeys.requireTied(false, olmoe.llama().tieWordEmbeddings());
        int shared = olmoe.llama().numKeyValueHeads();
        boolean own = shared == olmoe.llama().numAttentionHeads();
        GgufKeys.require(own, "num_key_value_heads", shared);
        Map<String, Object> keys = GgufKeys.of(olmoe.llama());
        keys.put("expert_count", olmoe.numExperts());
        keys.put("expert_used_count", olmoe.numExpertsPerTok());
        return FamilyKeys.of("olmoe", olmoe.llama(), keys, Export.qwenWithExperts());
    }

    static FamilyKeys glm4(Glm4 glm) {
        return FamilyKeys.of("glm4", glm.llama(), GgufKeys.of(glm.llama()), Export.glm4());
    }

    static FamilyKeys phi3(Phi3 phi) {
        Map<String, Object> keys = GgufKeys.of(phi.llama());
        keys.put(WINDOW, phi.slidingWindow());
        return FamilyKeys.of("phi3", phi.llama(), keys, Export.phi3());
    }

    static FamilyKeys smolLm3(SmolLm3 smol) {
        GgufKeys.requireNoBias(smol.llama());
        Llama llama = smol.llama();
        return FamilyKeys.of("smollm3", llama, GgufKeys.of(llama), Export.llama(llama.headDim()));
    }
}
