package openweights.engine.model.family;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Tensors;

/**
 * An architecture with its sizes. Each family is a record of the keys of config.json; it knows how
 * large the network is and which tensor goes where.
 */
public interface Family {

    /** {@code model_type} in config.json, and how to read the other keys. */
    Map<String, Function<Keys, Family>> KNOWN =
            Collections.unmodifiableMap(
                    new TreeMap<>(
                            Map.ofEntries(
                                    Map.entry("apertus", Apertus::read),
                                    Map.entry("bloom", Bloom::read),
                                    Map.entry("cohere2", Cohere2::read),
                                    Map.entry("deepseek_v3", DeepseekV3::read),
                                    Map.entry("falcon", Falcon::read),
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

    /**
     * The sizes of the network.
     *
     * @throws openweights.engine.model.config.ModelException if they contradict each other
     */
    Dimensions dimensions();

    /** Builds the network; the only method that knows the tensors' names. */
    Network network(Tensors tensors);
}
