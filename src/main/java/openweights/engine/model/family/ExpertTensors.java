package openweights.engine.model.family;

import java.util.List;
import openweights.engine.math.Matrix;
import openweights.engine.model.config.ModelException;
import openweights.engine.model.layer.GatedFeedForward;
import openweights.engine.model.layer.Gating;
import openweights.engine.model.layer.Linear;
import openweights.engine.model.layer.Nonlinearity;
import openweights.engine.model.layer.Tensors;

/**
 * The matrices of a layer's experts: in released files one by one, in files that transformers 5
 * keeps as in memory stacked into two tensors.
 *
 * @param count E
 * @param hidden d
 * @param inner f, the width inside an expert
 */
record ExpertTensors(Tensors tensors, int count, int hidden, int inner, Nonlinearity f) {

    ExpertTensors {
        if (count < 1) {
            throw new ModelException("config.json: a mixture of experts needs at least one.");
        }
    }

    /** The usual names below {@code p}, such as {@code model.layers.0.mlp.experts}. */
    List<GatedFeedForward> read(String p) {
        return areStacked(p) ? stacked(p) : separate(p, "gate_proj", "up_proj", "down_proj");
    }

    boolean areStacked(String p) {
        return tensors.has(p + ".gate_up_proj");
    }

    /** As [E, 2f, d] and [E, d, f]. */
    List<GatedFeedForward> stacked(String p) {
        return tensors.alike(
                count,
                e ->
                        expert(
                                tensors.slice(p + ".gate_up_proj", e, count, 2 * inner, hidden),
                                tensors.slice(p + ".down_proj", e, count, hidden, inner)));
    }

    /** As [E, d, 2f] and [E, f, d]. */
    List<GatedFeedForward> transposed(String p) {
        return tensors.alike(
                count,
                e ->
                        expert(
                                tensors.transposedSlice(
                                        p + ".gate_up_proj", e, count, 2 * inner, hidden),
                                tensors.transposedSlice(
                                        p + ".down_proj", e, count, hidden, inner)));
    }

    /** Three matrices for each expert. */
    List<GatedFeedForward> separate(String p, String gate, String up, String down) {
        return tensors.alike(
                count,
                e -> {
                    String own = p + "." + e + ".";
                    return expert(
                            tensors.stack(
                                    tensors.matrix(own + gate + ".weight", inner, hidden),
                                    tensors.matrix(own + up + ".weight", inner, hidden)),
                            tensors.matrix(own + down + ".weight", hidden, inner));
                });
    }

    private GatedFeedForward expert(Matrix gateUp, Matrix down) {
        return new GatedFeedForward(new Linear(gateUp), new Linear(down), new Gating.Halves(f));
    }

    /**
     * @throws ModelException if a token would need more experts than there are
     */
    static void require(int perToken, int count) {
        require("num_experts_per_tok", perToken, count);
    }

    static void require(String key, int perToken, int count) {
        if (perToken > count) {
            throw new ModelException(
                    "config.json: \""
                            + key
                            + "\" is "
                            + perToken
                            + ", but there are only "
                            + count
                            + " experts.");
        }
    }
}
