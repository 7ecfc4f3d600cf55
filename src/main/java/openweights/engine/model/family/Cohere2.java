package openweights.engine.model.family;

import java.util.List;
import openweights.engine.math.Attention;
import openweights.engine.math.Matrix;
import openweights.engine.math.Rope;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.config.LayerTypes;
import openweights.engine.model.layer.Block;
import openweights.engine.model.layer.Head;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Norm;
import openweights.engine.model.layer.QkvStep;
import openweights.engine.model.layer.Tensors;

/**
 * Command R7B and later: both parts of a layer side by side after one LayerNorm without a bias; a
 * sliding window and rotary positions in three of four layers, neither in the fourth.
 */
public record Cohere2(Llama llama, LayerTypes layers, float layerNormEps, float logitScale)
        implements Family {

    public static Cohere2 read(Keys keys) {
        Keys all =
                keys.without("mlp_bias", "head_dim")
                        .otherwise("max_position_embeddings", 8192)
                        .otherwise("sliding_window", 4096)
                        .otherwise("tie_word_embeddings", true);
        all.use("head_dim"); // always hidden_size / num_attention_heads
        all.use("layer_switch", "order_of_interleaved_layers"); // sliding_window_pattern counts
        all.use("position_embedding_type", "use_embedding_sharing", "use_gated_activation");
        all.use("use_parallel_block", "use_parallel_embedding"); // all these are so in every model
        Llama llama = Llama.read(all);
        int window = all.optionalSize("sliding_window").orElse(0);
        int pattern = all.optionalSize("sliding_window_pattern").orElse(4);
        return new Cohere2(
                llama,
                LayerTypes.read(all, llama.numHiddenLayers(), window, i -> (i + 1) % pattern != 0),
                all.number(1e-5, "layer_norm_eps"),
                all.number(0.0625, "logit_scale"));
    }

    @Override
    public Dimensions dimensions() {
        return llama.dimensions().withWindow(layers.widest());
    }

    @Override
    public Network network(Tensors tensors) {
        return new Builder(llama, tensors, layerNormEps, logitScale) {
            @Override
            List<QkvStep> steps(String p, int layer) {
                return layers.slides(layer) ? List.of(rotation()) : List.of();
            }

            @Override
            Attention scores(String p, int layer) {
                return super.scores(p, layer).withReach(layers.reach(layer));
            }
        }.build();
    }

    /** What all of Command R has in common. */
    static class Builder extends LlamaNetwork {

        private final float layerNormEps;
        private final float logitScale;

        Builder(Llama llama, Tensors tensors, float layerNormEps, float logitScale) {
            super(llama, tensors);
            this.layerNormEps = layerNormEps;
            this.logitScale = logitScale;
        }

        @Override
        Block block(String p, int layer) {
            Norm norm = norm(p + ".input_layernorm");
            return Block.before(
                            norm, attention(p + ".self_attn", layer), norm, mlp(p + ".mlp", layer))
                    .inParallel();
        }

        @Override
        Norm norm(String name, int size) {
            return Norm.Layer.unbiased(tensors.vector(name + ".weight", size), layerNormEps);
        }

        @Override
        Rope.Layout layout() {
            return Rope.Layout.NEIGHBORS;
        }

        @Override
        Head head(Matrix table) {
            return super.head(table).withScale(logitScale);
        }
    }
}
