package openweights.engine.model.family;

import java.util.List;
import java.util.stream.IntStream;
import openweights.engine.math.Attention;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.config.LayerTypes;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.QkvStep;
import openweights.engine.model.layer.Tensors;

/**
 * SmolLM 3: Llama's architecture, without rotary positions in every fourth layer.
 *
 * @param noRopeLayers for each layer 1 if it rotates, 0 if not, as in config.json
 */
public record SmolLm3(Llama llama, LayerTypes layers, List<Integer> noRopeLayers)
        implements Family {

    public static SmolLm3 read(Keys keys) {
        Keys all =
                keys.otherwise("num_key_value_heads", 4)
                        .otherwise("max_position_embeddings", 32768)
                        .otherwise("tie_word_embeddings", true);
        all.use("max_window_layers"); // the windows of Qwen, not of this family
        Llama llama = Llama.read(all, 2e6);
        int count = llama.numHiddenLayers();
        List<Integer> rotates = rotatingLayers(all, count);
        boolean used = all.flag(false, "use_sliding_window");
        int window = all.optionalSize("sliding_window").orElse(0);
        return new SmolLm3(
                llama,
                LayerTypes.read(all, count, window, i -> used && window > 0 && rotates.get(i) == 0),
                rotates);
    }

    /** {@code no_rope_layers}, or all but every {@code no_rope_layer_interval}-th layer. */
    static List<Integer> rotatingLayers(Keys keys, int layers) {
        int interval = keys.optionalSize("no_rope_layer_interval").orElse(4);
        List<Integer> listed = keys.counts("no_rope_layers");
        if (listed.isEmpty()) {
            return IntStream.range(0, layers)
                    .mapToObj(i -> (i + 1) % interval == 0 ? 0 : 1)
                    .toList();
        }
        if (listed.size() < layers) {
            throw keys.wrong("no_rope_layers", "a number for each of " + layers + " layers");
        }
        return listed;
    }

    @Override
    public Dimensions dimensions() {
        return llama.dimensions().withWindow(layers.widest());
    }

    @Override
    public Network network(Tensors tensors) {
        return new LlamaNetwork(llama, tensors) {
            @Override
            List<QkvStep> steps(String p, int layer) {
                return noRopeLayers.get(layer) == 0 ? List.of() : List.of(rotation());
            }

            @Override
            Attention scores(String p, int layer) {
                return super.scores(p, layer).withReach(layers.reach(layer));
            }
        }.build();
    }
}
