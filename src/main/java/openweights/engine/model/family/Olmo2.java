package openweights.engine.model.family;

import java.util.List;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.layer.Block;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.QkvStep;
import openweights.engine.model.layer.Tensors;

/**
 * OLMo 2: Llama's architecture with norms after attention and the feed-forward part instead of
 * before them, and a norm of all queries together and all keys together.
 */
public record Olmo2(Llama llama) implements Family {

    public static Olmo2 read(Keys keys) {
        return new Olmo2(Llama.read(keys.without("mlp_bias").otherwise("rms_norm_eps", 1e-5)));
    }

    @Override
    public Dimensions dimensions() {
        return llama.dimensions();
    }

    @Override
    public Network network(Tensors tensors) {
        return new Builder(llama, tensors).build();
    }

    /** What OLMo 3 has in common with OLMo 2. */
    static class Builder extends LlamaNetwork {

        Builder(Llama llama, Tensors tensors) {
            super(llama, tensors);
        }

        @Override
        Block block(String p, int layer) {
            return Block.after(
                    attention(p + ".self_attn", layer),
                    norm(p + ".post_attention_layernorm"),
                    mlp(p + ".mlp", layer),
                    norm(p + ".post_feedforward_layernorm"));
        }

        @Override
        List<QkvStep> steps(String p, int layer) {
            return List.of(wholeNorm(p), rotation());
        }
    }
}
