package openweights.engine.model.family;

import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Tensors;

// @start region="family"
/**
 * Mistral and Codestral: Llama's build, where each token may see the last positions only.
 *
 * @param llama the keys that Llama has too
 * @param slidingWindow how many positions a token sees, itself included; 0 for all (null in
 *     config.json)
 */
public record Mistral(Llama llama, int slidingWindow) implements Family {

    private static final int USUAL_WINDOW = 4096;

    static Mistral read(Keys keys) {
        Llama llama = Llama.read(keys, 8, 4096 * 32, 1e-6, 1e4);
        int missing = keys.mentions("sliding_window") ? 0 : USUAL_WINDOW;
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
