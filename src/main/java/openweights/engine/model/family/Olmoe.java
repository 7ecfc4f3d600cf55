package openweights.engine.model.family;

import java.util.List;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.layer.Experts;
import openweights.engine.model.layer.Mlp;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.QkvStep;
import openweights.engine.model.layer.Router;
import openweights.engine.model.layer.Tensors;

/**
 * OLMoE: experts instead of one feed-forward block, and a norm of all queries together and all keys
 * together.
 *
 * @param clipQkv limit of the numbers of queries, keys and values; 0 for none
 */
public record Olmoe(
        Llama llama, float clipQkv, int numExperts, int numExpertsPerTok, boolean normTopkProb)
        implements Family {

    public Olmoe {
        ExpertTensors.require(numExpertsPerTok, numExperts);
    }

    public static Olmoe read(Keys keys) {
        Keys all =
                keys.without("mlp_bias")
                        .otherwise("rms_norm_eps", 1e-5)
                        .otherwise("max_position_embeddings", 4096);
        return new Olmoe(
                Llama.read(all),
                all.number(0, "clip_qkv"),
                all.optionalSize("num_experts", "num_local_experts").orElse(64),
                all.optionalSize("num_experts_per_tok").orElse(8),
                all.flag(false, "norm_topk_prob"));
    }

    @Override
    public Dimensions dimensions() {
        return llama.dimensions();
    }

    @Override
    public Network network(Tensors tensors) {
        return new LlamaNetwork(llama, tensors) {
            @Override
            List<QkvStep> steps(String p, int layer) {
                return clipQkv == 0
                        ? List.of(wholeNorm(p), rotation())
                        : List.of(wholeNorm(p), new QkvStep.Clip(clipQkv), rotation());
            }

            @Override
            Mlp mlp(String p, int layer) {
                return Experts.of(
                        linear(p + ".gate", numExperts, llama.hiddenSize(), false),
                        new Router.Softmax(numExpertsPerTok, normTopkProb),
                        new ExpertTensors(
                                        tensors,
                                        numExperts,
                                        llama.hiddenSize(),
                                        llama.intermediateSize(),
                                        llama.hiddenAct())
                                .read(p + ".experts"));
            }
        }.build();
    }
}
