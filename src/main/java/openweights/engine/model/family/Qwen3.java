package openweights.engine.model.family;

import java.util.List;
import openweights.engine.math.Attention;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.config.LayerTypes;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.QkvStep;
import openweights.engine.model.layer.Tensors;

/** Qwen 3: Llama's architecture, with a norm of each head's queries and keys. */
public record Qwen3(Llama llama, LayerTypes layers) implements Family {

    public static Qwen3 read(Keys keys) {
        Keys all =
                keys.without("mlp_bias")
                        .otherwise("num_key_value_heads", 32)
                        .otherwise("head_dim", 128)
                        .otherwise("max_position_embeddings", 32768);
        Llama llama = Llama.read(all);
        return new Qwen3(llama, Qwen2.layers(all, llama.numHiddenLayers()));
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
                return List.of(headNorm(p), rotation());
            }

            @Override
            Attention scores(String p, int layer) {
                return super.scores(p, layer).withReach(layers.reach(layer));
            }
        }.build();
    }
}
