package openweights.engine.model.family;

import openweights.engine.math.Attention;
import openweights.engine.math.Reach;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.config.ModelException;
import openweights.engine.model.config.RopeParameters;
import openweights.engine.model.config.RopeReader;
import openweights.engine.model.config.RopeScaling;
import openweights.engine.model.layer.Mlp;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.QkvProjection;
import openweights.engine.model.layer.Tensors;

/**
 * Phi 3 and 4: Llama's architecture with one tensor for queries, keys and values, one for gate and
 * up projection, and LongRoPE for long texts.
 *
 * @param slidingWindow how many positions a token attends to, itself included; 0 for all
 */
public record Phi3(Llama llama, int slidingWindow) implements Family {

    public static Phi3 read(Keys keys) {
        Keys all =
                keys.without(Llama.BIASES)
                        .otherwise("rms_norm_eps", 1e-5)
                        .otherwise("max_position_embeddings", 4096)
                        .otherwise("original_max_position_embeddings", 4096);
        all.use("original_max_position_embeddings"); // counts with LongRoPE only
        RopeParameters rope = RopeReader.partial(all, 1e4, 1);
        if (!rope.unscaled() && !(rope.scaling() instanceof RopeScaling.LongRope)) {
            throw new ModelException(
                    "config.json: the family phi3 has rope_type default or longrope only.");
        }
        return new Phi3(
                Llama.read(all, "hidden_act", rope), all.optionalSize("sliding_window").orElse(0));
    }

    @Override
    public Dimensions dimensions() {
        return llama.dimensions().withWindow(slidingWindow);
    }

    @Override
    public Network network(Tensors tensors) {
        return new LlamaNetwork(llama, tensors) {
            @Override
            QkvProjection projection(String p) {
                int heads = llama.numAttentionHeads() + 2 * llama.numKeyValueHeads();
                return new QkvProjection.Fused(
                        linear(
                                p + ".qkv_proj",
                                heads * llama.headDim(),
                                llama.hiddenSize(),
                                false));
            }

            @Override
            Attention scores(String p, int layer) {
                Attention all = super.scores(p, layer);
                return slidingWindow == 0 ? all : all.withReach(Reach.window(slidingWindow));
            }

            @Override
            Mlp mlp(String p, int layer) {
                return gatedFused(p);
            }
        }.build();
    }
}
