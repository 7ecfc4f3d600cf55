package openweights.engine.convert;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import openweights.base.UserException;
import openweights.engine.gguf.architecture.Export;
import openweights.engine.model.Config;
import openweights.engine.model.family.Apertus;
import openweights.engine.model.family.Cohere;
import openweights.engine.model.family.Cohere2;
import openweights.engine.model.family.DeepseekV3;
import openweights.engine.model.family.Family;
import openweights.engine.model.family.Gemma;
import openweights.engine.model.family.Gemma2;
import openweights.engine.model.family.Gemma3;
import openweights.engine.model.family.Gemma4;
import openweights.engine.model.family.Glm4;
import openweights.engine.model.family.GptOss;
import openweights.engine.model.family.Granite;
import openweights.engine.model.family.Llama;
import openweights.engine.model.family.Llama4;
import openweights.engine.model.family.Ministral3;
import openweights.engine.model.family.Mistral;
import openweights.engine.model.family.Mistral4;
import openweights.engine.model.family.Mixtral;
import openweights.engine.model.family.Olmo;
import openweights.engine.model.family.Olmo2;
import openweights.engine.model.family.Olmo3;
import openweights.engine.model.family.Olmoe;
import openweights.engine.model.family.Phi3;
import openweights.engine.model.family.Qwen2;
import openweights.engine.model.family.Qwen3;
import openweights.engine.model.family.Qwen35;
import openweights.engine.model.family.Qwen3Moe;
import openweights.engine.model.family.SmolLm3;
import openweights.engine.model.family.StableLm;
import openweights.engine.model.family.Starcoder2;
import openweights.engine.model.family.gpt.Bloom;
import openweights.engine.model.family.gpt.Falcon;
import openweights.engine.model.family.gpt.Gpt2;
import openweights.engine.model.family.gpt.GptNeox;

/**
 * A family's configuration as the keys of a GGUF file. Whether the keys say all of it is not
 * decided here: {@link WrittenFamily} reads them again and compares.
 *
 * @param architecture llama.cpp's name
 * @param keys without the architecture's name in front
 * @param export names and rows of the tensors
 * @param divisors of the frequencies of rotary positions, by the names of their tensors
 */
record FamilyKeys(
        String architecture,
        Map<String, Object> keys,
        Export export,
        Map<String, float[]> divisors) {

    /** Without divisors. */
    FamilyKeys(String architecture, Map<String, Object> keys, Export export) {
        this(architecture, keys, export, Map.of());
    }

    static FamilyKeys of(
            String architecture, Llama llama, Map<String, Object> keys, Export export) {
        Map<String, float[]> divisors =
                RopeDivisors.of(architecture, llama.ropeParameters(), llama.headDim());
        return new FamilyKeys(architecture, keys, export, divisors);
    }

    /** How a family is written. */
    private record Writer(
            String name, Class<? extends Family> type, Function<Family, FamilyKeys> keys) {

        static <F extends Family> Writer of(
                String name, Class<F> type, Function<F, FamilyKeys> keys) {
            return new Writer(name, type, family -> keys.apply(type.cast(family)));
        }
    }

    private static final List<Writer> WRITERS =
            List.of(
                    Writer.of("apertus", Apertus.class, LlamaFamilies::apertus),
                    Writer.of("bloom", Bloom.class, FusedFamilies::bloom),
                    Writer.of("cohere", Cohere.class, LayerNormFamilies::cohere),
                    Writer.of("cohere2", Cohere2.class, LayerNormFamilies::cohere2),
                    Writer.of("deepseek_v3", DeepseekV3.class, ExpertFamilies::deepseekV3),
                    Writer.of("falcon", Falcon.class, FusedFamilies::falcon),
                    Writer.of("gemma", Gemma.class, LlamaFamilies::gemma),
                    Writer.of("gemma2", Gemma2.class, LlamaFamilies::gemma2),
                    Writer.of("gemma3_text", Gemma3.class, LlamaFamilies::gemma3),
                    Writer.of("gemma4_text", Gemma4.class, HybridFamilies::gemma4),
                    Writer.of("glm4", Glm4.class, LlamaFamilies::glm4),
                    Writer.of("gpt2", Gpt2.class, FusedFamilies::gpt2),
                    Writer.of("gpt_neox", GptNeox.class, FusedFamilies::gptNeox),
                    Writer.of("gpt_oss", GptOss.class, ExpertFamilies::gptOss),
                    Writer.of("granite", Granite.class, LlamaFamilies::granite),
                    Writer.of("llama", Llama.class, LlamaFamilies::llama),
                    Writer.of("llama4_text", Llama4.class, ExpertFamilies::llama4),
                    Writer.of("ministral3", Ministral3.class, LlamaFamilies::ministral3),
                    Writer.of("mistral", Mistral.class, LlamaFamilies::mistral),
                    Writer.of("mistral4", Mistral4.class, ExpertFamilies::mistral4),
                    Writer.of("mixtral", Mixtral.class, LlamaFamilies::mixtral),
                    Writer.of("olmo", Olmo.class, LayerNormFamilies::olmo),
                    Writer.of("olmo2", Olmo2.class, LlamaFamilies::olmo2),
                    Writer.of("olmo3", Olmo3.class, LlamaFamilies::olmo3),
                    Writer.of("olmoe", Olmoe.class, LlamaFamilies::olmoe),
                    Writer.of("phi3", Phi3.class, LlamaFamilies::phi3),
                    Writer.of("qwen2", Qwen2.class, LlamaFamilies::qwen2),
                    Writer.of("qwen3", Qwen3.class, LlamaFamilies::qwen3),
                    Writer.of("qwen3_5_text", Qwen35.class, HybridFamilies::qwen35),
                    Writer.of("qwen3_moe", Qwen3Moe.class, LlamaFamilies::qwen3Moe),
                    Writer.of("smollm3", SmolLm3.class, LlamaFamilies::smolLm3),
                    Writer.of("stablelm", StableLm.class, LayerNormFamilies::stableLm),
                    Writer.of("starcoder2", Starcoder2.class, LayerNormFamilies::starcoder2));

    /**
     * @throws UserException if the family, or one of its settings, cannot be written
     */
    static FamilyKeys of(Config config) {
        Family family = config.family();
        return WRITERS.stream()
                .filter(writer -> writer.type() == family.getClass())
                .findFirst()
                .orElseThrow(() -> unknown(config.modelType()))
                .keys()
                .apply(family);
    }

    private static UserException unknown(String modelType) {
        String names = WRITERS.stream().map(Writer::name).collect(Collectors.joining(", "));
        return new UserException(
                "Models of the family %s cannot be written as GGUF. Those of these families can: %s."
                        .formatted(modelType, names));
    }
}
