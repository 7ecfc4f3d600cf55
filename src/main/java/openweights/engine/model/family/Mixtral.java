package openweights.engine.model.family;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import openweights.engine.math.Matrix;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.config.ModelException;
import openweights.engine.model.layer.Experts;
import openweights.engine.model.layer.GatedFeedForward;
import openweights.engine.model.layer.Linear;
import openweights.engine.model.layer.Mlp;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Tensors;

/**
 * Mixtral: Mistral's architecture with several feed-forward blocks (experts) in each layer, of
 * which each token uses a few.
 */
public record Mixtral(Llama llama, int slidingWindow, int numLocalExperts, int numExpertsPerTok)
        implements Family {

    public Mixtral {
        if (numExpertsPerTok > numLocalExperts) {
            throw new ModelException(
                    "config.json: \"num_experts_per_tok\" is "
                            + numExpertsPerTok
                            + ", but there are only "
                            + numLocalExperts
                            + " experts.");
        }
    }

    static Mixtral read(Keys keys) {
        return new Mixtral(
                Llama.read(keys, 8, 4096 * 32, 1e-5, 1e6),
                keys.optionalSize("sliding_window").orElse(0),
                keys.size("num_local_experts"),
                keys.optionalSize("num_experts_per_tok").orElse(2));
    }

    @Override
    public Dimensions dimensions() {
        return llama.dimensions().withWindow(slidingWindow);
    }

    @Override
    public Network network(Tensors tensors) {
        return llama.network(tensors, slidingWindow, p -> experts(tensors, p));
    }

    /** Either tensors for each expert, or all experts stacked, as transformers 5 saves them. */
    private Mlp experts(Tensors tensors, String p) {
        String stacked = p + ".mlp.experts.gate_up_proj";
        return tensors.has(stacked)
                ? experts(tensors, p + ".mlp.gate", e -> slices(tensors, p + ".mlp.experts", e))
                : experts(
                        tensors,
                        p + ".block_sparse_moe.gate",
                        e -> separate(tensors, p + ".block_sparse_moe.experts." + e));
    }

    private Mlp experts(Tensors tensors, String router, IntFunction<GatedFeedForward> expert) {
        List<GatedFeedForward> experts =
                IntStream.range(0, numLocalExperts).mapToObj(expert).toList();
        return new Experts(
                Linear.read(tensors, router, numLocalExperts, llama.hiddenSize(), false),
                experts,
                numExpertsPerTok);
    }

    private GatedFeedForward slices(Tensors tensors, String p, int e) {
        int d = llama.hiddenSize();
        int f = llama.intermediateSize();
        return expert(
                tensors.slice(p + ".gate_up_proj", e, numLocalExperts, 2 * f, d),
                tensors.slice(p + ".down_proj", e, numLocalExperts, d, f));
    }

    /** w1 is the gate projection, w3 the up projection, w2 the down projection. */
    private GatedFeedForward separate(Tensors tensors, String p) {
        int d = llama.hiddenSize();
        int f = llama.intermediateSize();
        return expert(
                tensors.stack(
                        tensors.matrix(p + ".w1.weight", f, d),
                        tensors.matrix(p + ".w3.weight", f, d)),
                tensors.matrix(p + ".w2.weight", d, f));
    }

    private GatedFeedForward expert(Matrix gateUp, Matrix down) {
        return new GatedFeedForward(new Linear(gateUp), new Linear(down), llama.hiddenAct());
    }
}
