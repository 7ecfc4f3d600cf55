package openweights.engine.model.family;

import java.util.List;
import openweights.engine.math.Attention;
import openweights.engine.math.Reach;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.layer.Experts;
import openweights.engine.model.layer.Mlp;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.QkvStep;
import openweights.engine.model.layer.Router;
import openweights.engine.model.layer.Tensors;

/**
 * Qwen 3 with experts: the router's weights sum to 1 if {@code normTopkProb} says so; some layers
 * may have one feed-forward block instead.
 *
 * @param slidingWindow how many positions a token attends to, itself included; 0 for all
 * @param decoderSparseStep every so manieth layer has experts
 * @param mlpOnlyLayers layers without experts
 */
public record Qwen3Moe(
        Llama llama,
        int slidingWindow,
        int numExperts,
        int numExpertsPerTok,
        int moeIntermediateSize,
        boolean normTopkProb,
        int decoderSparseStep,
        List<Integer> mlpOnlyLayers)
        implements Family {

    public Qwen3Moe {
        if (numExperts > 0) {
            ExpertTensors.require(numExpertsPerTok, numExperts);
        }
    }

    public static Qwen3Moe read(Keys keys) {
        Keys all =
                keys.without("mlp_bias")
                        .otherwise("num_key_value_heads", 4)
                        .otherwise("max_position_embeddings", 32768)
                        .otherwise("sliding_window", 4096);
        all.use("max_window_layers"); // here a window is for all layers
        boolean slides = all.flag(false, "use_sliding_window");
        int window = all.optionalSize("sliding_window").orElse(0);
        int experts = all.count(all.count(128, "num_experts"), "num_local_experts");
        return new Qwen3Moe(
                Llama.read(all),
                slides ? window : 0,
                experts == 0
                        ? 0
                        : all.optionalSize("num_local_experts", "num_experts").orElse(experts),
                all.optionalSize("num_experts_per_tok").orElse(8),
                all.optionalSize("moe_intermediate_size").orElse(768),
                all.flag(false, "norm_topk_prob"),
                all.optionalSize("decoder_sparse_step").orElse(1),
                all.counts("mlp_only_layers"));
    }

    @Override
    public Dimensions dimensions() {
        return llama.dimensions().withWindow(slidingWindow).withInner(moeIntermediateSize);
    }

    private boolean hasExperts(int layer) {
        return numExperts > 0
                && !mlpOnlyLayers.contains(layer)
                && (layer + 1) % decoderSparseStep == 0;
    }

    @Override
    public Network network(Tensors tensors) {
        return new LlamaNetwork(llama, tensors) {
            @Override
            List<QkvStep> steps(String p, int layer) {
                return List.of(headNorm(p), rotation());
            }

            @Override
            Attention scores(String p, int layer) {
                Attention all = super.scores(p, layer);
                return slidingWindow == 0 ? all : all.withReach(Reach.window(slidingWindow));
            }

            @Override
            Mlp mlp(String p, int layer) {
                return hasExperts(layer) ? experts(p) : super.mlp(p, layer);
            }

            private Mlp experts(String p) {
                return Experts.of(
                        linear(p + ".gate", numExperts, llama.hiddenSize(), false),
                        new Router.Softmax(numExpertsPerTok, normTopkProb),
                        new ExpertTensors(
                                        tensors,
                                        numExperts,
                                        llama.hiddenSize(),
                                        moeIntermediateSize,
                                        llama.hiddenAct())
                                .read(p + ".experts"));
            }
        }.build();
    }
}
