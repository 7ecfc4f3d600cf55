package openweights.engine.train.lora;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * The keys of PEFT's {@code adapter_config.json}. A key that is neither read, nor known to change
 * no result, nor switched off is refused: whatever it stands for, the adapter would compute
 * something else than its author's. Source: PEFT 0.21, {@code LoraConfig}.
 */
final class AdapterKeys {

    /** Read in {@link AdapterConfig}. */
    private static final Set<String> READ =
            Set.of(
                    "alpha_pattern",
                    "base_model_name_or_path",
                    "base_model_sha256",
                    "bias",
                    "exclude_modules",
                    "init_lora_weights",
                    "layers_pattern",
                    "layers_to_transform",
                    "lora_alpha",
                    "peft_type",
                    "r",
                    "rank_pattern",
                    "target_modules",
                    "use_rslora");

    /** For training, for other libraries, or about the file itself. */
    private static final Set<String> WITHOUT_EFFECT =
            Set.of(
                    "auto_mapping",
                    "corda_config",
                    "eva_config",
                    "inference_mode",
                    "loftq_config",
                    "lora_dropout",
                    "lora_ga_config",
                    "megatron_config",
                    "megatron_core",
                    "peft_version",
                    "qalora_group_size",
                    "revision",
                    "runtime_config",
                    "task_type");

    /** Known, and not supported here. */
    private static final Map<String, String> UNSUPPORTED =
            Map.ofEntries(
                    Map.entry("alora_invocation_tokens", "an activated LoRA"),
                    Map.entry("arrow_config", "a router among adapters"),
                    Map.entry("ensure_weight_tying", "an adapter of tied weights"),
                    Map.entry("fan_in_fan_out", "an adapter of transposed matrices, as in GPT-2"),
                    Map.entry("kasa_config", "KaSA, which changes the base"),
                    Map.entry("layer_replication", "an adapter of a model with repeated layers"),
                    Map.entry("lora_bias", "a bias beside B"),
                    Map.entry("modules_to_save", "whole modules beside the low-rank ones"),
                    Map.entry("monteclora_config", "a sampled adapter"),
                    Map.entry("target_parameters", "an adapter of parameters without a module"),
                    Map.entry("trainable_token_indices", "trained rows of the embedding"),
                    Map.entry("use_bdlora", "a block-diagonal LoRA"),
                    Map.entry("use_dora", "a weight-decomposed LoRA (DoRA)"),
                    Map.entry("use_qalora", "a LoRA of pooled inputs"),
                    Map.entry("velora_config", "a LoRA with compressed activations"));

    /** Initializations that leave the base as it is; {@code true} and {@code false} do too. */
    private static final Set<String> KEEP_THE_BASE =
            Set.of("eva", "gaussian", "mica", "orthogonal");

    private AdapterKeys() {}

    /**
     * @throws AdapterException if a key asks for what is not computed here
     */
    static void require(Path file, JsonNode keys) {
        String type = keys.path("peft_type").asText("");
        if (!type.equals("LORA")) {
            throw new AdapterException(
                    file + ": \"peft_type\" is \"" + type + "\"; only \"LORA\" is supported.");
        }
        if (!keys.path("bias").asText("none").equals("none")) {
            throw unsupported(file, "bias", keys.get("bias"), "biases that were trained too");
        }
        requireUnchangedBase(file, keys.path("init_lora_weights"));
        keys.fieldNames()
                .forEachRemaining(
                        key -> {
                            if (!READ.contains(key) && !WITHOUT_EFFECT.contains(key)) {
                                requireOff(file, key, keys.get(key));
                            }
                        });
    }

    private static void requireOff(Path file, String key, JsonNode value) {
        boolean off =
                value.isNull()
                        || (value.isBoolean() && !value.asBoolean())
                        || (value.isContainerNode() && value.isEmpty());
        if (!off) {
            String what = UNSUPPORTED.getOrDefault(key, "a setting that is not known here");
            throw unsupported(file, key, value, what);
        }
    }

    private static void requireUnchangedBase(Path file, JsonNode init) {
        if (init.isTextual() && !KEEP_THE_BASE.contains(init.asText())) {
            throw new AdapterException(
                    "%s: \"init_lora_weights\" is %s: not an initialization that is known to leave the base model's weights as they are, as \"pissa\" and \"olora\" do not. The adapter alone would compute something else. Let PEFT convert it to a plain LoRA: save_pretrained with path_initial_model_for_weight_conversion."
                            .formatted(file, init));
        }
    }

    private static AdapterException unsupported(
            Path file, String key, JsonNode value, String what) {
        return new AdapterException(
                "%s: \"%s\" is %s: %s, which is not supported. The adapter would compute something else than it should. Merge it with PEFT's merge_and_unload, and open the merged model."
                        .formatted(file, key, value, what));
    }
}
