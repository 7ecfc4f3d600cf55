package openweights.engine.gguf.architecture;

import java.util.Map;
import openweights.engine.gguf.GgufException;
import openweights.engine.gguf.GgufFault;

/** DeepSeek V3 and R1, and Mistral Small 4. */
final class DeepseekNames {

    private static final String GATING = "expert_gating_func";
    private static final String HEAD_KEYS = "attention.key_length_mla";
    private static final String HEAD_VALUES = "attention.value_length_mla";

    /** Of DeepSeek V3, in files from before there were keys for groups of experts. */
    private static final long EXPERTS = 256;

    /** Far above any known model. */
    private static final long LARGEST_HEAD = 1 << 16;

    private static final long GROUPS = 8;
    private static final long CHOSEN_GROUPS = 4;

    private DeepseekNames() {}

    /** What llama.cpp calls DeepSeek 2 is DeepSeek V3 if experts are chosen by a sigmoid. */
    static Translation third(Settings settings) {
        requireGating(settings, Settings.SIGMOID, "2, a sigmoid; DeepSeek V2 is not supported");
        Map<String, Object> config = config(settings, "deepseek_v3");
        boolean old = settings.count("expert_count") == EXPERTS;
        addGroups(settings, config, old ? GROUPS : 1, old ? CHOSEN_GROUPS : 1);
        config.put("num_nextn_predict_layers", 0);
        return translation(settings, config);
    }

    static Translation mistral4(Settings settings) {
        requireGating(settings, Settings.SOFTMAX, "1, a softmax");
        Map<String, Object> config = config(settings, "mistral4");
        addGroups(settings, config, 1, 1);
        long context =
                settings.find("attention.temperature_length")
                        .or(() -> settings.find("rope.scaling.original_context_length"))
                        .orElseGet(() -> settings.count("context_length"));
        Mistral3Names.addGrowth(settings, config, context);
        return translation(settings, config);
    }

    private static void requireGating(Settings settings, long expected, String described) {
        if (settings.find(GATING).orElse((long) Settings.SOFTMAX) != expected) {
            throw settings.metadata()
                    .fault(GgufFault.UNSUPPORTED_SETTING, settings.key(GATING), described);
        }
    }

    private static void addGroups(
            Settings settings, Map<String, Object> config, long groups, long chosen) {
        config.put("n_group", atLeastOne(settings, "expert_group_count", groups));
        config.put("topk_group", atLeastOne(settings, "expert_group_used_count", chosen));
    }

    /** 0 is for experts without groups. */
    private static long atLeastOne(Settings settings, String key, long otherwise) {
        return Math.max(1, settings.find(key).orElse(otherwise));
    }

    private static String keyOfKeys(Settings settings) {
        return settings.find(HEAD_KEYS).isPresent() ? HEAD_KEYS : "attention.key_length";
    }

    /**
     * Where there are keys for heads, those without "mla" are the sizes of what the cache has: the
     * short vector, with the rotated numbers or without.
     */
    private static void requireLatentSizes(Settings settings, long rotated) {
        boolean keys = settings.find(HEAD_KEYS).isPresent();
        if (keys != settings.find(HEAD_VALUES).isPresent()) {
            throw new GgufException(
                    GgufFault.KEY_MISSING,
                    settings.file().file(),
                    settings.key(keys ? HEAD_VALUES : HEAD_KEYS),
                    0,
                    "is missing, and \"%s\" is there; files have both or neither"
                            .formatted(settings.key(keys ? HEAD_KEYS : HEAD_VALUES)));
        }
        if (keys) {
            long rank = settings.count("attention.kv_lora_rank");
            settings.requireSize(
                    "attention.key_length",
                    rank + rotated,
                    "attention.kv_lora_rank + rope.dimension_count");
            settings.requireSize("attention.value_length", rank, "attention.kv_lora_rank");
        }
    }

    /** Numbers of a head's keys that are not rotated. */
    private static long fixed(Settings settings) {
        long rotated = settings.count("rope.dimension_count");
        String key = keyOfKeys(settings);
        long keys = settings.count(key);
        if (keys <= rotated || keys > LARGEST_HEAD) {
            throw settings.metadata()
                    .wrong(
                            settings.key(key),
                            "more than rope.dimension_count, %d, and at most %d"
                                    .formatted(rotated, LARGEST_HEAD));
        }
        return keys - rotated;
    }

    private static long values(Settings settings) {
        return settings.find(HEAD_VALUES).orElseGet(() -> settings.count("attention.value_length"));
    }

    private static Map<String, Object> config(Settings settings, String modelType) {
        Map<String, Object> config = settings.config(modelType);
        long rotated = settings.count("rope.dimension_count");
        requireLatentSizes(settings, rotated);
        settings.expect("attention.head_count_kv", 1, settings.count("attention.head_count"));
        config.put("hidden_size", settings.count("embedding_length"));
        config.put("num_hidden_layers", settings.layers().count());
        config.put("num_attention_heads", settings.count("attention.head_count"));
        config.put("intermediate_size", settings.count("feed_forward_length"));
        config.put("max_position_embeddings", settings.count("context_length"));
        settings.number("attention.layer_norm_rms_epsilon")
                .ifPresent(epsilon -> config.put("rms_norm_eps", epsilon));
        config.put(
                "q_lora_rank",
                settings.find("attention.q_lora_rank").filter(rank -> rank > 0).orElse(null));
        config.put("kv_lora_rank", settings.count("attention.kv_lora_rank"));
        config.put("qk_rope_head_dim", rotated);
        config.put("qk_nope_head_dim", fixed(settings));
        config.put("v_head_dim", values(settings));
        config.put("first_k_dense_replace", settings.find("leading_dense_block_count").orElse(0L));
        config.put("n_routed_experts", settings.count("expert_count"));
        config.put("n_shared_experts", settings.count("expert_shared_count"));
        config.put("num_experts_per_tok", settings.count("expert_used_count"));
        config.put("moe_intermediate_size", settings.count("expert_feed_forward_length"));
        double scale = settings.number("expert_weights_scale").orElse(1.0);
        config.put("routed_scaling_factor", scale == 0 ? 1 : scale);
        config.put("norm_topk_prob", settings.flag("expert_weights_norm").orElse(false));
        config.put("rope_theta", settings.number("rope.freq_base").orElse(1e4));
        addScaling(settings, config);
        return config;
    }

    /** Files have a tenth of mscale_all_dim; mscale is taken to be the same. */
    private static void addScaling(Settings settings, Map<String, Object> config) {
        if (!RopeScaling.isYarn(settings) || settings.has(RopeScaling.FREQUENCIES)) {
            RopeScaling.of(settings).ifPresent(scaling -> config.put("rope_scaling", scaling));
            return;
        }
        Map<String, Object> scaling = RopeScaling.yarn(settings);
        RopeScaling.logMultiplier(settings)
                .ifPresent(
                        tenth -> {
                            scaling.put("mscale", RopeScaling.rounded(10 * tenth));
                            scaling.put("mscale_all_dim", RopeScaling.rounded(10 * tenth));
                        });
        config.put("rope_scaling", scaling);
    }

    private static Translation translation(Settings settings, Map<String, Object> config) {
        long layer = settings.find("leading_dense_block_count").orElse(0L);
        Naming naming = naming(fixed(settings), values(settings));
        boolean stacked = settings.has("blk." + layer + ".ffn_gate_up_exps.weight");
        return new Translation(config, stacked ? QwenNames.withStackedExperts(naming) : naming);
    }

    /**
     * @param keys of a head, without what is rotated
     */
    static Naming naming(long keys, long values) {
        return QwenNames.withExperts(LlamaNames.naming(Arrangement.SAME))
                .layer("attn_q_a", "self_attn.q_a_proj")
                .layer("attn_q_a_norm", "self_attn.q_a_layernorm")
                .layer("attn_q_b", "self_attn.q_b_proj")
                .layer("attn_kv_a_mqa", "self_attn.kv_a_proj_with_mqa")
                .layer("attn_kv_a_norm", "self_attn.kv_a_layernorm")
                .layer("attn_kv_b", "self_attn.kv_b_proj") // in files from before April 2025
                .layer("ffn_gate_shexp", "mlp.shared_experts.gate_proj")
                .layer("ffn_up_shexp", "mlp.shared_experts.up_proj")
                .layer("ffn_down_shexp", "mlp.shared_experts.down_proj")
                .composed("mlp.gate.e_score_correction_bias", Form.SAME, "exp_probs_b.bias")
                .composed(
                        "self_attn.kv_b_proj.weight",
                        Form.keysAndValues(keys, values),
                        "attn_k_b.weight",
                        "attn_v_b.weight");
    }
}
