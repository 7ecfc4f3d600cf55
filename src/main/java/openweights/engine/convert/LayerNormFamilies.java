package openweights.engine.convert;

import java.util.Map;
import openweights.engine.gguf.architecture.Export;
import openweights.engine.model.family.Cohere;
import openweights.engine.model.family.Cohere2;
import openweights.engine.model.family.Llama;
import openweights.engine.model.family.Olmo;
import openweights.engine.model.family.StableLm;
import openweights.engine.model.family.Starcoder2;

/** Families with Llama's keys and LayerNorm. */
final class LayerNormFamilies {

    /** What all models of OLMo 1 add to a variance. */
    private static final float OLMO = 1e-5f;

    /** In models of Cohere with so many layers llama.cpp expects norms of queries and keys. */
    private static final int NORMED = 64;

    private LayerNormFamilies() {}

    static FamilyKeys cohere(Cohere cohere) {
        boolean large = cohere.llama().numHiddenLayers() >= NORMED;
        GgufKeys.require(cohere.useQkNorm() == large, "use_qk_norm", cohere.useQkNorm());
        Map<String, Object> keys =
                cohereKeys(cohere.llama(), cohere.layerNormEps(), cohere.logitScale());
        return FamilyKeys.of("command-r", cohere.llama(), keys, Export.commandR());
    }

    static FamilyKeys cohere2(Cohere2 cohere) {
        Map<String, Object> keys =
                cohereKeys(cohere.llama(), cohere.layerNormEps(), cohere.logitScale());
        keys.put("attention.sliding_window", GgufKeys.window(cohere.layers()));
        return FamilyKeys.of("cohere2", cohere.llama(), keys, Export.cohere());
    }

    private static Map<String, Object> cohereKeys(Llama llama, float epsilon, float logitScale) {
        GgufKeys.requireNoBias(llama);
        GgufKeys.requireTied(true, llama.tieWordEmbeddings());
        Map<String, Object> keys = GgufKeys.withLayerNorm(llama, epsilon);
        keys.put("logit_scale", logitScale);
        return keys;
    }

    static FamilyKeys olmo(Olmo olmo) {
        GgufKeys.requireNoBias(olmo.llama());
        Map<String, Object> keys = GgufKeys.withLayerNorm(olmo.llama(), OLMO);
        if (olmo.clipQkv() > 0) {
            keys.put("attention.clamp_kqv", olmo.clipQkv());
        }
        return FamilyKeys.of("olmo", olmo.llama(), keys, Export.llama(olmo.llama().headDim()));
    }

    static FamilyKeys stableLm(StableLm stable) {
        GgufKeys.requireTied(false, stable.llama().tieWordEmbeddings());
        Map<String, Object> keys = GgufKeys.withLayerNorm(stable.llama(), stable.layerNormEps());
        keys.put("use_parallel_residual", stable.useParallelResidual());
        return FamilyKeys.of("stablelm", stable.llama(), keys, Export.stableLm());
    }

    static FamilyKeys starcoder2(Starcoder2 coder) {
        GgufKeys.require(coder.useBias(), "use_bias", false);
        Map<String, Object> keys = GgufKeys.withLayerNorm(coder.llama(), coder.normEpsilon());
        if (coder.slidingWindow() > 0) {
            keys.put("attention.sliding_window", coder.slidingWindow());
        }
        return FamilyKeys.of("starcoder2", coder.llama(), keys, Export.starcoder2());
    }
}
