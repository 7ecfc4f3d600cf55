package openweights.engine.model.family;

import openweights.engine.math.Attention;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.config.LayerTypes;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Tensors;

// @start region="family"
/**
 * Mistral, Ministral and Codestral: Llama's architecture, with attention limited to a sliding
 * window in all layers, or in those that {@code layer_types} names.
 *
 * @param llama the keys in common with Llama
 * @param layers how far each layer sees
 */
public record Mistral(Llama llama, LayerTypes layers) implements Family {

    public static Mistral read(Keys keys) {
        Keys all =
                keys.without(Llama.BIASES)
                        .otherwise("num_key_value_heads", 8)
                        .otherwise("max_position_embeddings", 4096 * 32)
                        .otherwise("sliding_window", 4096);
        Llama llama = Llama.read(all);
        int window = all.optionalSize("sliding_window").orElse(0); // null in config.json
        return new Mistral(
                llama, LayerTypes.read(all, llama.numHiddenLayers(), window, i -> window > 0));
    }

    @Override
    public Dimensions dimensions() {
        return llama.dimensions().withWindow(layers.widest());
    }

    @Override
    public Network network(Tensors tensors) {
        return new LlamaNetwork(llama, tensors) {
            @Override
            Attention scores(String p, int layer) {
                return super.scores(p, layer).withReach(layers.reach(layer));
            }
        }.build();
    }
}
// @end
