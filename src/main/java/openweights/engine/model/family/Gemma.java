package openweights.engine.model.family;

import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.layer.Block;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Tensors;

/**
 * The first Gemma: Llama with a scaled embedding, GELU as the gate, and norms that store their
 * gains minus 1.
 */
public record Gemma(Llama llama) implements Family {

    private static final String ACTIVATION = "hidden_act";
    private static final String TANH = "gelu_pytorch_tanh";

    public static Gemma read(Keys keys) {
        Gemma2.requireForward(keys);
        keys.require(TANH, "hidden_activation"); // in older files
        boolean old = keys.text(TANH, ACTIVATION).equals("gelu"); // the first files mean the other
        return new Gemma(
                Llama.read(
                        (old ? keys.without(ACTIVATION) : keys)
                                .without("mlp_bias")
                                .otherwise(ACTIVATION, TANH)
                                .otherwise("head_dim", 256)
                                .otherwise("max_position_embeddings", 8192)
                                .otherwise("tie_word_embeddings", true)));
    }

    @Override
    public Dimensions dimensions() {
        return llama.dimensions();
    }

    @Override
    public Network network(Tensors tensors) {
        return new Gemma2.Builder(llama, tensors, 0) {
            @Override
            Block block(String p, int layer) {
                return beforeParts(p, layer);
            }
        }.build();
    }
}
