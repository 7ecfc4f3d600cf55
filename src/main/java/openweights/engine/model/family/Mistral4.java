package openweights.engine.model.family;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.config.RopeParameters;
import openweights.engine.model.config.RopeReader;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.QkvStep;
import openweights.engine.model.layer.Router;
import openweights.engine.model.layer.Tensors;

/**
 * Mistral Small 4, text only: DeepSeek V3 with a softmax over the experts, and Ministral 3's
 * queries that grow with their position.
 *
 * @param deepseek the keys in common with DeepSeek V3
 * @param growth how queries grow
 */
public record Mistral4(DeepseekV3 deepseek, QueryGrowth growth) implements Family {

    private static final Map<String, Object> PARAMETERS =
            Map.of(
                    "rope_type", "yarn",
                    "rope_theta", 10000,
                    "factor", 128,
                    "original_max_position_embeddings", 8192,
                    "beta_fast", 32,
                    "beta_slow", 1,
                    "mscale", 1,
                    "mscale_all_dim", 1,
                    "llama_4_scaling_beta", 0.1);

    public static Mistral4 read(Keys keys) {
        int rotated = keys.optionalSize("qk_rope_head_dim").orElse(64);
        int fixed = keys.optionalSize("qk_nope_head_dim").orElse(64);
        keys.use("qk_head_dim", "num_key_value_heads"); // follow from others
        DeepseekV3.requireHead(keys, fixed + rotated);
        Keys all =
                keys.without("mlp_bias", "head_dim", "num_key_value_heads")
                        .otherwise("head_dim", fixed + rotated)
                        .otherwise("max_position_embeddings", 1048576)
                        .otherwise("q_lora_rank", 1024)
                        .otherwise("kv_lora_rank", 256)
                        .otherwise("n_routed_experts", 128)
                        .otherwise("num_experts_per_tok", 4)
                        .otherwise("n_group", 1)
                        .otherwise("topk_group", 1)
                        .otherwise("first_k_dense_replace", 0)
                        .otherwise("routed_scaling_factor", 1)
                        .otherwise("rope_parameters", PARAMETERS);
        double share = rotated / (double) (fixed + rotated);
        RopeParameters rope = RopeReader.partial(all, 1e4, share);
        if ((float) rope.partialRotaryFactor() != (float) share) {
            throw all.wrong("qk_rope_head_dim", "the share that partial_rotary_factor names");
        }
        RopeParameters whole = new RopeParameters(rope.ropeTheta(), 1, rope.scaling());
        return new Mistral4(DeepseekV3.read(all, whole, fixed, rotated), QueryGrowth.read(all));
    }

    @Override
    public Dimensions dimensions() {
        return deepseek.dimensions();
    }

    @Override
    public Network network(Tensors tensors) {
        return deepseek.new Builder(tensors) {
            @Override
            List<QkvStep> steps(String p, int layer) {
                return Stream.concat(super.steps(p, layer).stream(), Stream.of(growth.step()))
                        .toList();
            }

            @Override
            Router router(String p) {
                return deepseek.experts().router(true, new float[deepseek.experts().routed()]);
            }
        }.build();
    }
}
