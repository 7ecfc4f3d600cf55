package openweights.engine.gguf.architecture;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Qwen 3.5, text only. In linear attention GGUF files have the values in another order: those that
 * share a key stand apart, and values of all keys side by side.
 */
final class Qwen35Names {

    private static final String HEADS = "attention.head_count_kv";
    private static final long INTERVAL = 4;

    private Qwen35Names() {}

    static Translation translate(Settings settings) {
        Map<String, Object> config =
                LlamaNames.partlyRotated(settings, "qwen3_5_text", keyValueHeads(settings));
        config.remove("mlp_bias");
        config.put("attention_bias", false);
        settings.passOver( // a text has one position in all sections
                "rope.dimension_sections",
                "rope.mrope_section",
                "mrope_sections",
                "rope.mrope_interleaved");
        settings.expect("ssm.v_head_reordered", true); // Ollama's name for what all files have
        config.put("partial_rotary_factor", settings.rotatedShare());
        config.put("layer_types", layerTypes(settings));
        long keys = settings.count("ssm.group_count");
        long values = settings.count("ssm.time_step_rank");
        long size = settings.count("ssm.state_size");
        config.put("linear_conv_kernel_dim", settings.count("ssm.conv_kernel"));
        config.put("linear_num_key_heads", keys);
        config.put("linear_num_value_heads", values);
        config.put("linear_key_head_dim", size);
        config.put("linear_value_head_dim", size);
        settings.requireSize("ssm.inner_size", values * size);
        boolean divides = keys > 0 && values % keys == 0; // config.json is checked later
        return new Translation(
                config, naming((int) (divides ? keys : 1), (int) values, (int) size));
    }

    /** Of Ollama's files, some have a list, with 0 for layers of linear attention. */
    private static long keyValueHeads(Settings settings) {
        return settings.layers().isList(HEADS)
                ? settings.layers().same(HEADS, heads -> heads != 0).orElse(0L)
                : settings.find(HEADS).orElseGet(settings::heads);
    }

    private static List<String> layerTypes(Settings settings) {
        long interval = Math.max(1, settings.find("full_attention_interval").orElse(INTERVAL));
        return settings.layers()
                .flags("attention.recurrent_layers")
                .map(all -> all.stream().map(Qwen35Names::type).toList())
                .orElseGet(
                        () ->
                                IntStream.rangeClosed(1, settings.layers().count())
                                        .mapToObj(number -> type(number % interval != 0))
                                        .toList());
    }

    private static String type(boolean linear) {
        return linear ? "linear_attention" : "full_attention";
    }

    /**
     * @param keys heads of keys in linear attention
     * @param values heads of values
     * @param size numbers in a head
     */
    static Naming naming(int keys, int values, int size) {
        ValueHeads heads = new ValueHeads(keys, values);
        return LlamaNames.naming(Arrangement.SAME)
                .whole("output_norm", "model.norm", GemmaNames.NORM)
                .layer("attn_norm", "input_layernorm", GemmaNames.NORM)
                .layer("attn_q_norm", "self_attn.q_norm", GemmaNames.NORM)
                .layer("attn_k_norm", "self_attn.k_norm", GemmaNames.NORM)
                .without("ffn_norm")
                .layer("post_attention_norm", "post_attention_layernorm", GemmaNames.NORM)
                .layer("ssm_norm", "linear_attn.norm")
                .composed(
                        "linear_attn.in_proj_qkv.weight",
                        heads.rows(2 * keys, size),
                        "attn_qkv.weight")
                .composed("linear_attn.in_proj_z.weight", heads.rows(0, size), "attn_gate.weight")
                .composed("linear_attn.in_proj_a.weight", heads.rows(0, 1), "ssm_alpha.weight")
                .composed("linear_attn.in_proj_b.weight", heads.rows(0, 1), "ssm_beta.weight")
                .composed("linear_attn.dt_bias", heads.rows(0, 1), "ssm_dt.bias")
                .composed("linear_attn.dt_bias", heads.rows(0, 1), "ssm_dt") // Ollama's name
                .composed("linear_attn.A_log", heads.decay(), "ssm_a")
                .composed(
                        "linear_attn.conv1d.weight",
                        heads.kernels(2 * keys, size),
                        "ssm_conv1d.weight")
                .composed("linear_attn.out_proj.weight", heads.columns(), "ssm_out.weight");
    }
}
