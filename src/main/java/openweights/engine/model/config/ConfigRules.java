package openweights.engine.model.config;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import openweights.base.EditDistance;

/**
 * What config.json may say. What would change the numbers, and the engine does not do, is refused
 * by name; keys that no one has asked for, and that are not known to change nothing, are reported.
 */
public final class ConfigRules {

    /** Keys that say nothing about the numbers that a finished model computes. */
    private static final Set<String> HARMLESS =
            Set.of(
                    // where the file comes from
                    "_name_or_path",
                    "_commit_hash",
                    "_attn_implementation_autoset",
                    "architectures",
                    "model_type",
                    "transformers_version",
                    "torch_dtype",
                    "dtype",
                    "base_model_name_or_path",
                    "unsloth_fixed",
                    "unsloth_version",
                    "mlc_config",
                    "task_specific_params",
                    // training only
                    "initializer_range",
                    "initializer_factor",
                    "attention_dropout",
                    "attention_probs_dropout_prob",
                    "attn_pdrop",
                    "embd_pdrop",
                    "resid_pdrop",
                    "residual_dropout",
                    "embedding_dropout",
                    "hidden_dropout",
                    "hidden_dropout_prob",
                    "dropout",
                    "classifier_dropout",
                    "gradient_checkpointing",
                    "router_aux_loss_coef",
                    "router_jitter_noise",
                    "router_z_loss_coef",
                    "aux_loss_alpha",
                    "z_loss_coefficient",
                    "summary_activation",
                    "summary_first_dropout",
                    "summary_proj_to_labels",
                    "summary_type",
                    "summary_use_proj",
                    "rescale_every",
                    // what is returned beside the logits, and how fast
                    "use_cache",
                    "cache_implementation",
                    "output_router_logits",
                    "output_attentions",
                    "output_hidden_states",
                    "return_dict",
                    "torchscript",
                    "pretraining_tp",
                    "attn_implementation",
                    "_attn_implementation",
                    "use_flash_attn",
                    "use_flash_attention",
                    "use_triton",
                    "slow_but_exact",
                    "skip_bias_add",
                    "skip_bias_add_qkv",
                    "reorder_and_upcast_attn",
                    "chunk_size_feed_forward",
                    "tp_degree",
                    "num_logits_to_keep",
                    // tokens and tasks
                    "bos_token_id",
                    "eos_token_id",
                    "pad_token_id",
                    "unk_token_id",
                    "sep_token_id",
                    "decoder_start_token_id",
                    "tokenizer_class",
                    "id2label",
                    "label2id",
                    "num_labels",
                    "problem_type",
                    "finetuning_task",
                    "prefix",
                    "is_encoder_decoder",
                    "is_decoder",
                    "is_causal",
                    "add_cross_attention",
                    "cross_attention_hidden_size",
                    "tie_encoder_decoder",
                    "pruned_heads",
                    "n_ctx",
                    // how to choose tokens, which generation_config.json says
                    "temperature",
                    "top_k",
                    "top_p",
                    "typical_p",
                    "do_sample",
                    "max_length",
                    "min_length",
                    "num_beams",
                    "num_beam_groups",
                    "repetition_penalty",
                    "length_penalty",
                    "diversity_penalty",
                    "no_repeat_ngram_size",
                    "encoder_no_repeat_ngram_size",
                    "num_return_sequences",
                    "early_stopping",
                    "bad_words_ids",
                    "suppress_tokens",
                    "begin_suppress_tokens",
                    "forced_bos_token_id",
                    "forced_eos_token_id",
                    "remove_invalid_values",
                    "exponential_decay_length_penalty",
                    "return_dict_in_generate",
                    "output_scores");

    /** A family is worth naming if so few letters differ. */
    private static final int NEAR = 2;

    private ConfigRules() {}

    /**
     * @throws ModelException if the family is missing or not supported
     */
    public static void requireKnown(Keys keys, String type, Collection<String> known) {
        if (type.isEmpty()) {
            throw keys.missing("model_type");
        }
        if (known.contains(type)) {
            return;
        }
        List<String> near = known.stream().filter(name -> isNear(type, name)).sorted().toList();
        throw new ModelException(
                keys.where()
                        + ": this is a model of the family \""
                        + type
                        + "\", which the engine cannot compute yet."
                        + (near.isEmpty()
                                ? ""
                                : " It knows relatives ("
                                        + String.join(", ", near)
                                        + "), but they compute other numbers.")
                        + " Supported families: "
                        + known.stream().sorted().collect(Collectors.joining(", "))
                        + ".");
    }

    /**
     * @throws ModelException if a key changes the numbers in a way that the engine does not do
     */
    public static void requireComputable(Keys keys, Keys text) {
        for (Keys part : List.of(keys, text)) {
            Quantization.check(part);
            if (!part.flag(true, "is_causal")) {
                throw part.wrong("is_causal", "true: each token sees only earlier ones here");
            }
            if (part.flag(false, "is_encoder_decoder") || part.flag(false, "add_cross_attention")) {
                throw new ModelException(
                        part.where() + ": the model has an encoder, which the engine does not.");
            }
        }
    }

    /** Refuses or reports the keys that the family has not asked for. */
    public static void reportUnread(Keys keys, String type) {
        for (Keys part : keys.opened()) {
            for (String name : part.unread()) {
                if (!HARMLESS.contains(name)) {
                    report(part, name, type);
                }
            }
        }
    }

    private static void report(Keys keys, String name, String type) {
        switch (name) {
            case "layer_types" -> {
                if (!keys.texts(name).stream().allMatch("full_attention"::equals)) {
                    throw keys.wrong(
                            name,
                            "full_attention only, because in " + type + " all layers are alike");
                }
            }
            case "auto_map" ->
                    keys.warn(
                            "names code that comes with the model (\"auto_map\"); it is not run, and the model is computed as \""
                                    + type
                                    + "\"");
            default ->
                    keys.warn(
                            "says \""
                                    + name
                                    + "\": "
                                    + keys.shown(name)
                                    + ", which the family \""
                                    + type
                                    + "\" does not use; it changes nothing here, as in transformers");
        }
    }

    private static boolean isNear(String type, String name) {
        String stem = type.replaceAll("[\\d_.-].*", "");
        return (stem.length() > 2 && name.startsWith(stem))
                || EditDistance.between(type, name) <= NEAR;
    }
}
