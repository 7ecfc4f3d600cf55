package openweights.engine.model.config;

import java.util.Set;

/** Keys of config.json that say nothing about the numbers that a finished model computes. */
final class HarmlessKeys {

    private static final Set<String> NAMES =
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
                    "n_ctx");

    private HarmlessKeys() {}

    static boolean contain(String name) {
        return NAMES.contains(name) || GenerationKeys.contain(name);
    }
}
