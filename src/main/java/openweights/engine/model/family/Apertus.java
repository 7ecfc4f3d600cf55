package openweights.engine.model.family;

import java.util.List;
import java.util.Map;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.config.RopeReader;
import openweights.engine.model.layer.Block;
import openweights.engine.model.layer.FeedForward;
import openweights.engine.model.layer.Mlp;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Nonlinearity;
import openweights.engine.model.layer.QkvStep;
import openweights.engine.model.layer.Tensors;

/**
 * Apertus: Llama's architecture with a norm of each head's queries and keys, and a feed-forward
 * block without a gate. Its function, xIELU, has weights of its own.
 *
 * @param xielu whether the function is xIELU; otherwise it is the one of {@code llama}
 */
public record Apertus(Llama llama, boolean xielu) implements Family {

    private static final double THETA = 12e6;

    public static Apertus read(Keys keys) {
        Keys all =
                withRope(keys)
                        .without("mlp_bias")
                        .otherwise("rms_norm_eps", 1e-5)
                        .otherwise("max_position_embeddings", 65536)
                        .otherwise("hidden_act", "xielu");
        all.use("qk_norm"); // always there
        boolean xielu = all.text("", "hidden_act").equals("xielu");
        Keys known = xielu ? all.without("hidden_act") : all;
        return new Apertus(Llama.read(known, "hidden_act", RopeReader.whole(all, THETA)), xielu);
    }

    /** Without rope_parameters, the rotations are those of Llama 3.1 with another theta. */
    private static Keys withRope(Keys keys) {
        boolean given = keys.has("rope_parameters") || keys.has("rope_scaling");
        return given
                ? keys
                : keys.without("rope_parameters")
                        .otherwise(
                                "rope_parameters",
                                Map.of(
                                        "rope_type", "llama3",
                                        "rope_theta", THETA,
                                        "factor", 8,
                                        "original_max_position_embeddings", 8192,
                                        "low_freq_factor", 1,
                                        "high_freq_factor", 4));
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
                return Block.before(
                        norm(p + ".attention_layernorm"),
                        attention(p + ".self_attn", layer),
                        norm(p + ".feedforward_layernorm"),
                        mlp(p + ".mlp", layer));
            }

            @Override
            List<QkvStep> steps(String p, int layer) {
                return List.of(headNorm(p), rotation());
            }

            @Override
            Mlp mlp(String p, int layer) {
                int inner = llama.intermediateSize();
                return new FeedForward(
                        linear(p + ".up_proj", inner, llama.hiddenSize(), false),
                        linear(p + ".down_proj", llama.hiddenSize(), inner, false),
                        xielu
                                ? Nonlinearity.Xielu.read(tensors, p + ".act_fn")
                                : llama.hiddenAct());
            }
        }.build();
    }
}
