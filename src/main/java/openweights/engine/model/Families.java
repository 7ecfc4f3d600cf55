package openweights.engine.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import openweights.engine.model.config.Keys;
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

/** The families that open. */
public final class Families {

    /** {@code model_type} in config.json, and how to read the other keys. */
    public static final Map<String, Function<Keys, Family>> KNOWN =
            Collections.unmodifiableMap(
                    new TreeMap<>(
                            Map.ofEntries(
                                    Map.entry("apertus", Apertus::read),
                                    Map.entry("bloom", Bloom::read),
                                    Map.entry("cohere", Cohere::read),
                                    Map.entry("cohere2", Cohere2::read),
                                    Map.entry("deepseek_v3", DeepseekV3::read),
                                    Map.entry("falcon", Falcon::read),
                                    Map.entry("gemma", Gemma::read),
                                    Map.entry("gemma2", Gemma2::read),
                                    Map.entry("gemma3_text", Gemma3::read),
                                    Map.entry("gemma4_text", Gemma4::read),
                                    Map.entry("glm4", Glm4::read),
                                    Map.entry("gpt2", Gpt2::read),
                                    Map.entry("gpt_neox", GptNeox::read),
                                    Map.entry("gpt_oss", GptOss::read),
                                    Map.entry("granite", Granite::read),
                                    Map.entry("llama", Llama::read),
                                    Map.entry("llama4_text", Llama4::read),
                                    Map.entry("ministral", Mistral::read),
                                    Map.entry("ministral3", Ministral3::read),
                                    Map.entry("mistral", Mistral::read),
                                    Map.entry("mistral4", Mistral4::read),
                                    Map.entry("mixtral", Mixtral::read),
                                    Map.entry("olmo", Olmo::read),
                                    Map.entry("olmo2", Olmo2::read),
                                    Map.entry("olmo3", Olmo3::read),
                                    Map.entry("olmoe", Olmoe::read),
                                    Map.entry("phi3", Phi3::read),
                                    Map.entry("qwen2", Qwen2::read),
                                    Map.entry("qwen3", Qwen3::read),
                                    Map.entry("qwen3_5_text", Qwen35::read),
                                    Map.entry("qwen3_moe", Qwen3Moe::read),
                                    Map.entry("smollm3", SmolLm3::read),
                                    Map.entry("stablelm", StableLm::read),
                                    Map.entry("starcoder2", Starcoder2::read))));

    private Families() {}
}
