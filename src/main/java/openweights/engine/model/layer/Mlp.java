package openweights.engine.model.layer;

import openweights.engine.math.Backend;
import openweights.engine.math.kernel.Activation;
import openweights.engine.model.config.Keys;

/** The block of a layer that works on each token by itself. */
public sealed interface Mlp permits FeedForward, GatedFeedForward, Experts {

    /** y = mlp(x), both [T, d]. */
    void apply(Backend backend, int tokens, float[] x, float[] y, Scratch scratch, LayerHook hook);

    /** Bytes of the weights that one token needs. */
    long bytesPerToken();

    /** The activation function that config.json names. */
    static Activation activation(Keys keys, String otherwise, String... names) {
        String name = keys.text(otherwise, names);
        return switch (name) {
            case "silu", "swish" -> Activation.SILU;
            case "gelu" -> Activation.GELU;
            case "gelu_new", "gelu_fast", "gelu_pytorch_tanh" -> Activation.GELU_TANH;
            default ->
                    throw keys.wrong(
                            names[0],
                            "one of silu, swish, gelu, gelu_new, gelu_fast, gelu_pytorch_tanh");
        };
    }
}
