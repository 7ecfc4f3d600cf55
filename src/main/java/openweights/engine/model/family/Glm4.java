package openweights.engine.model.family;

import openweights.engine.math.Rope;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.config.RopeReader;
import openweights.engine.model.layer.Block;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Tensors;

/**
 * GLM 4 (0414): norms before and after each part, biases on queries, keys and values, half of each
 * head rotated in pairs of neighbors, and one tensor for gate and up projection.
 */
public record Glm4(Llama llama) implements Family {

    public static Glm4 read(Keys keys) {
        Keys all =
                keys.without("mlp_bias")
                        .otherwise("num_key_value_heads", 2)
                        .otherwise("head_dim", 128)
                        .otherwise("max_position_embeddings", 131072)
                        .otherwise("rms_norm_eps", 1.5625e-7)
                        .otherwise("attention_bias", true);
        return new Glm4(Llama.read(all, "hidden_act", RopeReader.partial(all, 1e4, 0.5)));
    }

    @Override
    public Dimensions dimensions() {
        return llama.dimensions();
    }

    @Override
    public Network network(Tensors tensors) {
        return new LlamaNetwork(llama, tensors) {
            @Override
            Block block(String p, int layer) {
                return Block.around(
                        norm(p + ".input_layernorm"),
                        attention(p + ".self_attn", layer),
                        norm(p + ".post_self_attn_layernorm"),
                        norm(p + ".post_attention_layernorm"),
                        gatedFused(p + ".mlp"),
                        norm(p + ".post_mlp_layernorm"));
            }

            @Override
            boolean outputBias() {
                return false;
            }

            @Override
            Rope.Layout layout() {
                return Rope.Layout.NEIGHBORS;
            }
        }.build();
    }
}
