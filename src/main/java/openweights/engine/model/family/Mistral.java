package openweights.engine.model.family;

import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Tensors;

// @start region="family"
/**
 * Mistral and Codestral: Llama's architecture, with attention limited to a sliding window.
 *
 * @param llama the keys in common with Llama
 * @param slidingWindow how many positions a token attends to, itself included; 0 for all (null in
 *     config.json)
 */
public record Mistral(Llama llama, int slidingWindow) implements Family {

    private static final int DEFAULT_WINDOW = 4096;

    static Mistral read(Keys keys) {
        Llama llama = Llama.read(keys, 8, 4096 * 32, 1e-6, 1e4);
        int missing = keys.mentions("sliding_window") ? 0 : DEFAULT_WINDOW;
        return new Mistral(llama, keys.optionalSize("sliding_window").orElse(missing));
    }

    @Override
    public Dimensions dimensions() {
        return llama.dimensions().withWindow(slidingWindow);
    }

    @Override
    public Network network(Tensors tensors) {
        return llama.network(tensors, slidingWindow, p -> llama.mlp(tensors, p + ".mlp"));
    }
}
// @end
