package openweights.engine.gguf.architecture;

import java.util.List;
import java.util.Map;
import openweights.engine.view.Renamed;
import openweights.engine.view.StoredView;
import openweights.engine.view.TensorView;
import openweights.engine.view.Transposed;
import openweights.engine.weights.StoredTensor;

/** GPT-2, whose matrices GGUF files have the other way round. */
final class Gpt2Names {

    private static final Arrangement TRANSPOSED =
            new Arrangement() {
                @Override
                public List<TensorView> read(String name, StoredTensor stored) {
                    return List.of(turned(StoredView.of(name, stored)));
                }

                @Override
                public TensorView write(String name, List<TensorView> parts) {
                    return new Renamed(name, turned(parts.get(0)));
                }
            };

    private Gpt2Names() {}

    /** Biases stay as they are. */
    private static TensorView turned(TensorView tensor) {
        return tensor.shape().size() == 2 ? new Transposed(tensor) : tensor;
    }

    static Translation translate(Settings settings) {
        Map<String, Object> config = settings.config("gpt2");
        config.put("n_positions", settings.count("context_length"));
        config.put("n_embd", settings.count("embedding_length"));
        config.put("n_layer", settings.layers().count());
        config.put("n_head", settings.count("attention.head_count"));
        settings.expect("attention.head_count_kv", settings.count("attention.head_count"));
        config.put("n_inner", settings.count("feed_forward_length"));
        config.put(
                "layer_norm_epsilon", settings.number("attention.layer_norm_epsilon").orElse(1e-5));
        return new Translation(config, naming());
    }

    static Naming naming() {
        return new Naming("h.")
                .whole("token_embd", "wte")
                .whole("position_embd", "wpe")
                .whole("output_norm", "ln_f")
                .whole("output", "lm_head")
                .layer("attn_norm", "ln_1")
                .layer("attn_qkv", "attn.c_attn", TRANSPOSED)
                .layer("attn_output", "attn.c_proj", TRANSPOSED)
                .layer("ffn_norm", "ln_2")
                .layer("ffn_up", "mlp.c_fc", TRANSPOSED)
                .layer("ffn_down", "mlp.c_proj", TRANSPOSED);
    }
}
