package openweights.engine.model.family;

import openweights.engine.model.config.Keys;
import openweights.engine.model.config.ModelException;
import openweights.engine.model.layer.Experts;
import openweights.engine.model.layer.Mlp;
import openweights.engine.model.layer.Router;
import openweights.engine.model.layer.Tensors;

/**
 * The keys of DeepSeek V3's experts.
 *
 * @param routed E, of which a token uses a few
 * @param shared how many experts' width the one has that every token uses
 * @param perToken how many of the routed experts a token uses
 * @param inner the width inside an expert
 * @param groups into which the routed experts are divided
 * @param chosenGroups from how many groups a token's experts come
 * @param normalized whether the router's weights are scaled to sum to 1 before {@code factor}
 * @param factor of the router's weights
 */
public record DeepseekExperts(
        int routed,
        int shared,
        int perToken,
        int inner,
        int groups,
        int chosenGroups,
        boolean normalized,
        float factor) {

    static DeepseekExperts read(Keys keys) {
        keys.require("noaux_tc", "topk_method");
        keys.require("sigmoid", "scoring_func");
        keys.use("ep_size", "moe_layer_freq", "aux_loss_alpha", "seq_aux");
        DeepseekExperts all =
                new DeepseekExperts(
                        keys.optionalSize("n_routed_experts", "num_local_experts").orElse(256),
                        keys.optionalSize("n_shared_experts").orElse(1),
                        keys.optionalSize("num_experts_per_tok").orElse(8),
                        keys.optionalSize("moe_intermediate_size").orElse(2048),
                        keys.optionalSize("n_group").orElse(8),
                        keys.optionalSize("topk_group").orElse(4),
                        keys.flag(true, "norm_topk_prob"),
                        keys.number(2.5, "routed_scaling_factor"));
        if (keys.count(3, "first_k_dense_replace") < keys.size("num_hidden_layers")) {
            all.check(keys);
        }
        return all;
    }

    /**
     * @param bias [routed], added to the scores for the choice
     */
    Router router(boolean softmax, float[] bias) {
        return new Router.Grouped(
                perToken, softmax, bias, groups, chosenGroups, normalized, factor);
    }

    /** What is added to the experts' scores when they are chosen. */
    float[] correction(Tensors tensors, String name) {
        float[] bias = tensors.vector(name, routed);
        for (float each : bias) {
            if (Float.isNaN(each)) { // no logit would show it
                throw new ModelException(
                        tensors.origin(name)
                                + " contains NaN, so experts cannot be chosen. Get the file"
                                + " again.");
            }
        }
        return bias;
    }

    /** The experts of a layer, and the one beside them that every token uses. */
    Mlp read(LlamaNetwork network, String p, Router router) {
        int d = network.llama.hiddenSize();
        return new Experts(
                network.linear(p + ".gate", routed, d, false),
                router,
                new ExpertTensors(network.tensors, routed, d, inner, network.llama.hiddenAct())
                        .read(p + ".experts"),
                network.gated(p + ".shared_experts", inner * shared),
                false);
    }

    private void check(Keys keys) {
        if (routed % groups != 0 || routed / groups < 2) {
            throw keys.wrong("n_group", "groups of at least two of " + routed + " experts");
        }
        if (chosenGroups > groups) {
            throw keys.wrong("topk_group", "at most n_group, " + groups);
        }
        ExpertTensors.require(perToken, chosenGroups * (routed / groups));
    }
}
