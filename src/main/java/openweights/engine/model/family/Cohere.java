package openweights.engine.model.family;

import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Tensors;

/** Command R: what Command R7B is, with rotary positions in all layers and no window. */
public record Cohere(Llama llama, float layerNormEps, float logitScale) implements Family {

    public static Cohere read(Keys keys) {
        if (keys.flag(false, "use_qk_norm")) {
            throw keys.wrong("use_qk_norm", "false; the norms of Command R+ are not supported");
        }
        Keys all =
                keys.without("mlp_bias")
                        .otherwise("max_position_embeddings", 8192)
                        .otherwise("tie_word_embeddings", true);
        return new Cohere(
                Llama.read(all, 5e5),
                all.number(1e-5, "layer_norm_eps"),
                all.number(0.0625, "logit_scale"));
    }

    @Override
    public Dimensions dimensions() {
        return llama.dimensions();
    }

    @Override
    public Network network(Tensors tensors) {
        return new Cohere2.Builder(llama, tensors, layerNormEps, logitScale).build();
    }
}
