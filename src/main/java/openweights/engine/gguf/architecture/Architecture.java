package openweights.engine.gguf.architecture;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import openweights.engine.gguf.Gguf;
import openweights.engine.gguf.GgufFault;
import openweights.engine.view.TensorSource;

/**
 * A model in a GGUF file, in Hugging Face's terms.
 *
 * <p>Source: {@code gguf-py/gguf/tensor_mapping.py} and {@code convert_hf_to_gguf.py} of <a
 * href="https://github.com/ggml-org/llama.cpp">llama.cpp</a>.
 */
public final class Architecture {

    private static final String KEY = "general.architecture";

    private static final Map<String, Function<Settings, Translation>> KNOWN =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("apertus", ApertusNames::translate),
                            Map.entry("bloom", BloomNames::translate),
                            Map.entry("cohere2", CohereNames::second),
                            Map.entry("command-r", CohereNames::first),
                            Map.entry("deepseek2", DeepseekNames::third),
                            Map.entry("falcon", FalconNames::translate),
                            Map.entry("gemma", GemmaNames::first),
                            Map.entry("gemma2", GemmaNames::second),
                            Map.entry("gemma3", GemmaNames::third),
                            Map.entry("gemma4", Gemma4Names::translate),
                            Map.entry("glm4", Glm4Names::translate),
                            Map.entry("gpt-oss", GptOssNames::translate),
                            Map.entry("gpt2", Gpt2Names::translate),
                            Map.entry("gptneox", GptNeoxNames::translate),
                            Map.entry("granite", LlamaNames::granite),
                            Map.entry("llama", LlamaNames::translate),
                            Map.entry("llama4", Llama4Names::translate),
                            Map.entry("mistral3", Mistral3Names::translate),
                            Map.entry("mistral4", DeepseekNames::mistral4),
                            Map.entry("olmo", OlmoNames::first),
                            Map.entry("olmo2", OlmoNames::second),
                            Map.entry("olmoe", OlmoNames::withExperts),
                            Map.entry("phi3", Phi3Names::translate),
                            Map.entry("qwen2", QwenNames::second),
                            Map.entry("qwen3", QwenNames::third),
                            Map.entry("qwen35", Qwen35Names::translate),
                            Map.entry("qwen3moe", QwenNames::withExperts),
                            Map.entry("smollm3", LlamaNames::smolLm3),
                            Map.entry("stablelm", StableLmNames::translate),
                            Map.entry("starcoder2", Starcoder2Names::translate)));

    /** Names that Ollama has for some of them. */
    private static final Map<String, String> OTHERS = Map.of("gptoss", "gpt-oss", "olmo3", "olmo2");

    /** Families that llama.cpp calls by another name than config.json without underscores. */
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("mistral", "llama"),
                    Map.entry("mixtral", "llama"),
                    Map.entry("ministral3", "mistral3"),
                    Map.entry("gemma3_text", "gemma3"),
                    Map.entry("gemma4_text", "gemma4"),
                    Map.entry("qwen3_5_text", "qwen35"),
                    Map.entry("olmo3", "olmo2"),
                    Map.entry("gpt_oss", "gpt-oss"),
                    Map.entry("deepseek_v3", "deepseek2"),
                    Map.entry("llama4_text", "llama4"),
                    Map.entry("cohere", "command-r"));

    private final Settings settings;
    private final Translation translation;

    private Architecture(Settings settings, Translation translation) {
        this.settings = settings;
        this.translation = translation;
    }

    /**
     * The architecture that a file names.
     *
     * @throws openweights.engine.gguf.GgufException if it is not supported, a key is missing, or
     *     one is not followed
     */
    public static Architecture of(Gguf file) {
        String name = file.metadata().requireText(KEY);
        Function<Settings, Translation> known = KNOWN.get(OTHERS.getOrDefault(name, name));
        if (known == null) {
            throw file.metadata()
                    .fault(
                            GgufFault.UNSUPPORTED_ARCHITECTURE,
                            KEY,
                            "one of " + String.join(", ", KNOWN.keySet()));
        }
        Settings settings = new Settings(file, name);
        Translation translation = known.apply(settings);
        UnreadKeys.refuse(settings, translation.naming());
        return new Architecture(settings, translation);
    }

    /** The architectures that can be opened, by llama.cpp's names. */
    public static Set<String> names() {
        return Collections.unmodifiableSet(KNOWN.keySet());
    }

    /** Whether GGUF files of a family open, by {@code model_type} in config.json. */
    public static boolean opens(String modelType) {
        return KNOWN.containsKey(NAMES.getOrDefault(modelType, modelType.replace("_", "")));
    }

    /** What config.json would say. */
    public Map<String, Object> config() {
        return translation.config();
    }

    private boolean isPassedOver(String tensor) {
        return OtherParts.haveTensor(tensor) || settings.layers().arePredicting(tensor);
    }

    /** The tensors, under their names on the hub. */
    public TensorSource tensors() {
        Gguf file = settings.file();
        return new TensorSource(
                file.file(),
                translation.naming().read(file, this::isPassedOver),
                file::requireUnchanged);
    }
}
