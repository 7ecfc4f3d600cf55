package openweights.engine.model.family;

import java.util.List;
import openweights.engine.math.Attention;
import openweights.engine.math.Reach;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.layer.Block;
import openweights.engine.model.layer.Experts;
import openweights.engine.model.layer.GatedFeedForward;
import openweights.engine.model.layer.Mlp;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Router;
import openweights.engine.model.layer.Tensors;

/**
 * Mixtral: Mistral's architecture with several feed-forward blocks (experts) in each layer, of
 * which each token uses a few.
 *
 * @param slidingWindow how many positions a token attends to, itself included; 0 for all
 */
public record Mixtral(Llama llama, int slidingWindow, int numLocalExperts, int numExpertsPerTok)
        implements Family {

    public Mixtral {
        ExpertTensors.require(numExpertsPerTok, numLocalExperts);
    }

    public static Mixtral read(Keys keys) {
        Keys all =
                keys.without(Llama.BIASES)
                        .otherwise("num_key_value_heads", 8)
                        .otherwise("max_position_embeddings", 4096 * 32)
                        .otherwise("rms_norm_eps", 1e-5);
        return new Mixtral(
                Llama.read(all, 1e6),
                all.optionalSize("sliding_window").orElse(0),
                all.size("num_local_experts", "num_experts"),
                all.optionalSize("num_experts_per_tok").orElse(2));
    }

    @Override
    public Dimensions dimensions() {
        return llama.dimensions().withWindow(slidingWindow);
    }

    @Override
    public Network network(Tensors tensors) {
        return new LlamaNetwork(llama, tensors) {
            @Override
            Attention scores(String p, int layer) {
                Attention all = super.scores(p, layer);
                return slidingWindow == 0 ? all : all.withReach(Reach.window(slidingWindow));
            }

            @Override
            Block block(String p, int layer) {
                return Block.before(
                        norm(p + ".input_layernorm"),
                        attention(p + ".self_attn", layer),
                        norm(p + ".post_attention_layernorm"),
                        experts(p));
            }

            private Mlp experts(String p) {
                ExpertTensors matrices =
                        new ExpertTensors(
                                tensors,
                                numLocalExperts,
                                llama.hiddenSize(),
                                llama.intermediateSize(),
                                llama.hiddenAct());
                return matrices.areStacked(p + ".mlp.experts")
                        ? experts(p + ".mlp", matrices.stacked(p + ".mlp.experts"))
                        : experts(
                                p + ".block_sparse_moe",
                                matrices.separate(
                                        p + ".block_sparse_moe.experts", "w1", "w3", "w2"));
            }

            private Mlp experts(String p, List<GatedFeedForward> experts) {
                return Experts.of(
                        linear(p + ".gate", numLocalExperts, llama.hiddenSize(), false),
                        new Router.Softmax(numExpertsPerTok, true),
                        experts);
            }
        }.build();
    }
}
