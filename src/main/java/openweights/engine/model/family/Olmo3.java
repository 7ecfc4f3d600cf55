package openweights.engine.model.family;

import java.util.List;
import openweights.engine.math.Attention;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.config.LayerTypes;
import openweights.engine.model.config.RopeParameters;
import openweights.engine.model.config.RopeReader;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.QkvStep;
import openweights.engine.model.layer.RotaryEmbedding;
import openweights.engine.model.layer.Tensors;

/**
 * OLMo 3: OLMo 2 with a sliding window in three of four layers, which rotate in their own way.
 *
 * @param llama with the rotations of layers that see everything
 * @param slidingRope the rotations of layers with a window
 */
public record Olmo3(Llama llama, LayerTypes layers, RopeParameters slidingRope) implements Family {

    private static final double THETA = 5e5;

    public Olmo3 {
        slidingRope.requireFits(llama.headDim());
    }

    public static Olmo3 read(Keys keys) {
        Keys all =
                keys.without("mlp_bias")
                        .otherwise("rms_norm_eps", 1e-5)
                        .otherwise("max_position_embeddings", 2048)
                        .otherwise("sliding_window", 4096);
        RopeParameters full = RopeReader.ofLayers(all, "full_attention", THETA, "rope_theta");
        Llama llama = Llama.read(all, "hidden_act", full);
        int window = all.optionalSize("sliding_window").orElse(0);
        return new Olmo3(
                llama,
                LayerTypes.read(all, llama.numHiddenLayers(), window, i -> (i + 1) % 4 != 0),
                RopeReader.ofLayers(all, "sliding_attention", THETA));
    }

    @Override
    public Dimensions dimensions() {
        return llama.dimensions().withWindow(layers.widest());
    }

    @Override
    public Network network(Tensors tensors) {
        return new Olmo2.Builder(llama, tensors) {
            private final RotaryEmbedding sliding = rotary(slidingRope);

            @Override
            List<QkvStep> steps(String p, int layer) {
                return List.of(
                        wholeNorm(p),
                        layers.slides(layer) ? new QkvStep.Rotation(sliding, 0) : rotation());
            }

            @Override
            Attention scores(String p, int layer) {
                return super.scores(p, layer).withReach(layers.reach(layer));
            }
        }.build();
    }
}
