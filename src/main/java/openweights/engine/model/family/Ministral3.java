package openweights.engine.model.family;

import java.util.List;
import java.util.Map;
import openweights.engine.math.Attention;
import openweights.engine.math.Reach;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.QkvStep;
import openweights.engine.model.layer.Tensors;

/**
 * Ministral 3: Llama's architecture with YaRN, whose queries grow slowly with their position beyond
 * the context of pretraining.
 *
 * @param slidingWindow how many positions a token attends to, itself included; 0 for all
 * @param growth how queries grow
 */
public record Ministral3(Llama llama, int slidingWindow, QueryGrowth growth) implements Family {

    private static final double THETA = 1e6;

    public static Ministral3 read(Keys keys) {
        Keys all =
                keys.without(Llama.BIASES)
                        .otherwise("num_key_value_heads", 8)
                        .otherwise("head_dim", 128)
                        .otherwise("rms_norm_eps", 1e-5)
                        .otherwise("max_position_embeddings", 262144)
                        .otherwise("rope_parameters", PARAMETERS);
        return new Ministral3(
                Llama.read(all, 1e4),
                all.optionalSize("sliding_window").orElse(0),
                QueryGrowth.read(all));
    }

    private static final Map<String, Object> PARAMETERS =
            Map.of(
                    "rope_type", "yarn",
                    "rope_theta", THETA,
                    "factor", 16,
                    "original_max_position_embeddings", 16384,
                    "beta_fast", 32,
                    "beta_slow", 1,
                    "mscale", 1,
                    "mscale_all_dim", 1,
                    "llama_4_scaling_beta", 0.1);

    @Override
    public Dimensions dimensions() {
        return llama.dimensions().withWindow(slidingWindow);
    }

    @Override
    public Network network(Tensors tensors) {
        return new LlamaNetwork(llama, tensors) {
            @Override
            List<QkvStep> steps(String p, int layer) {
                return List.of(rotation(), growth.step());
            }

            @Override
            Attention scores(String p, int layer) {
                Attention all = super.scores(p, layer);
                return slidingWindow == 0 ? all : all.withReach(Reach.window(slidingWindow));
            }
        }.build();
    }
}
