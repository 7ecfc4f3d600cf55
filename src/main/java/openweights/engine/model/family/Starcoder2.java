package openweights.engine.model.family;

import openweights.engine.math.Attention;
import openweights.engine.math.Reach;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.layer.FeedForward;
import openweights.engine.model.layer.Mlp;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Norm;
import openweights.engine.model.layer.Tensors;

/**
 * StarCoder 2: grouped-query attention with rotary positions and perhaps a sliding window, as in
 * Mistral; LayerNorm, biases and a feed-forward block without a gate, as in GPT-2.
 *
 * @param slidingWindow how many positions a token attends to, itself included; 0 for all
 */
public record Starcoder2(Llama llama, float normEpsilon, boolean useBias, int slidingWindow)
        implements Family {

    public static Starcoder2 read(Keys keys) {
        Keys all =
                keys.without(Llama.BIASES)
                        .otherwise("num_key_value_heads", 2)
                        .otherwise("hidden_act", "gelu_pytorch_tanh")
                        .otherwise("max_position_embeddings", 4096)
                        .otherwise("tie_word_embeddings", true);
        all.use("activation_function", "mlp_type", "norm_type"); // hidden_act counts
        return new Starcoder2(
                Llama.read(all),
                all.number(1e-5, "norm_epsilon"),
                all.flag(true, "use_bias"),
                all.optionalSize("sliding_window").orElse(0));
    }

    @Override
    public Dimensions dimensions() {
        return llama.dimensions().withWindow(slidingWindow);
    }

    @Override
    public Network network(Tensors tensors) {
        return new LlamaNetwork(llama, tensors) {
            @Override
            Norm norm(String name, int size) {
                return Norm.Layer.read(tensors, name, size, normEpsilon);
            }

            @Override
            boolean qkvBias() {
                return useBias;
            }

            @Override
            boolean outputBias() {
                return useBias;
            }

            @Override
            Attention scores(String p, int layer) {
                Attention all = super.scores(p, layer);
                return slidingWindow == 0 ? all : all.withReach(Reach.window(slidingWindow));
            }

            @Override
            Mlp mlp(String p, int layer) {
                int inner = llama.intermediateSize();
                return new FeedForward(
                        linear(p + ".c_fc", inner, llama.hiddenSize(), useBias),
                        linear(p + ".c_proj", llama.hiddenSize(), inner, useBias),
                        llama.hiddenAct());
            }
        }.build();
    }
}
