package openweights.engine.model.family;

import openweights.engine.math.Attention;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.config.LayerTypes;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Tensors;

/**
 * Qwen 1.5, 2 and 2.5: Llama's architecture with biases on queries, keys and values. Some models
 * have a sliding window in their upper layers.
 */
public record Qwen2(Llama llama, LayerTypes layers) implements Family {

    public static Qwen2 read(Keys keys) {
        Keys all =
                keys.without(Llama.BIASES)
                        .otherwise("num_key_value_heads", 32)
                        .otherwise("max_position_embeddings", 32768);
        Llama llama = Llama.read(all);
        return new Qwen2(llama, layers(all, llama.numHiddenLayers()));
    }

    /** The layers from {@code max_window_layers} on slide, if any does. */
    static LayerTypes layers(Keys keys, int layers) {
        Keys all = keys.otherwise("sliding_window", 4096);
        boolean used = all.flag(false, "use_sliding_window");
        int window = all.optionalSize("sliding_window").orElse(0);
        int first = all.count(28, "max_window_layers");
        return LayerTypes.read(
                all, layers, used ? window : 0, i -> used && window > 0 && i >= first);
    }

    @Override
    public Dimensions dimensions() {
        return llama.dimensions().withWindow(layers.widest());
    }

    @Override
    public Network network(Tensors tensors) {
        return new LlamaNetwork(llama, tensors) {
            @Override
            boolean qkvBias() {
                return true;
            }

            @Override
            Attention scores(String p, int layer) {
                return super.scores(p, layer).withReach(layers.reach(layer));
            }
        }.build();
    }
}
