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
 * Gemma 3, and the text part of its multimodal models: Gemma 2 with a norm of each head's queries
 * and keys instead of the soft caps, and a sliding window in five of six layers, which rotate in
 * their own way.
 *
 * @param llama with the rotations of layers that see everything
 * @param slidingRope the rotations of layers with a window
 * @param queryPreAttnScalar scores are divided by its root
 * @param finalSoftCap c of the logits; 0 for none
 */
public record Gemma3(
        Llama llama,
        LayerTypes layers,
        RopeParameters slidingRope,
        float queryPreAttnScalar,
        float finalSoftCap)
        implements Family {

    public Gemma3 {
        slidingRope.requireFits(llama.headDim());
    }

    public static Gemma3 read(Keys keys) {
        Keys all =
                Gemma2.defaults(keys)
                        .otherwise("vocab_size", 262208)
                        .otherwise("num_attention_heads", 8)
                        .otherwise("num_key_value_heads", 4)
                        .otherwise("max_position_embeddings", 131072);
        all.use("_sliding_window_pattern"); // beside layer_types, which count
        RopeParameters full = RopeReader.ofLayers(all, "full_attention", 1e6, "rope_theta");
        Llama llama = Llama.read(all, "hidden_activation", full);
        int pattern = all.optionalSize("sliding_window_pattern").orElse(6);
        return new Gemma3(
                llama,
                Gemma2.layers(all, llama.numHiddenLayers(), pattern),
                RopeReader.ofLayers(all, "sliding_attention", 1e4, "rope_local_base_freq"),
                all.number(256, "query_pre_attn_scalar"),
                all.number(0, "final_logit_softcapping"));
    }

    @Override
    public Dimensions dimensions() {
        return llama.dimensions().withWindow(layers.widest());
    }

    @Override
    public Network network(Tensors tensors) {
        return new Gemma2.Builder(llama, tensors, finalSoftCap) {
            private final RotaryEmbedding sliding = rotary(slidingRope);

            @Override
            List<QkvStep> steps(String p, int layer) {
                return List.of(
                        headNorm(p),
                        layers.slides(layer) ? new QkvStep.Rotation(sliding, 0) : rotation());
            }

            @Override
            Attention scores(String p, int layer) {
                return super.scores(p, layer)
                        .withScale((float) (1 / Math.sqrt(queryPreAttnScalar)))
                        .withReach(layers.reach(layer));
            }
        }.build();
    }
}
