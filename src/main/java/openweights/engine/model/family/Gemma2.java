package openweights.engine.model.family;

import openweights.engine.math.Attention;
import openweights.engine.math.Matrix;
import openweights.engine.model.config.Dimensions;
import openweights.engine.model.config.Keys;
import openweights.engine.model.config.LayerTypes;
import openweights.engine.model.config.RopeReader;
import openweights.engine.model.layer.Block;
import openweights.engine.model.layer.Embedding;
import openweights.engine.model.layer.Head;
import openweights.engine.model.layer.Network;
import openweights.engine.model.layer.Norm;
import openweights.engine.model.layer.Tensors;

/**
 * Gemma 2: norms before and after each part, a scaled embedding, soft caps on scores and logits,
 * and a sliding window in every other layer.
 *
 * @param queryPreAttnScalar scores are divided by its root
 * @param attnSoftCap c of the scores; 0 for none
 * @param finalSoftCap c of the logits; 0 for none
 */
public record Gemma2(
        Llama llama,
        LayerTypes layers,
        float queryPreAttnScalar,
        float attnSoftCap,
        float finalSoftCap)
        implements Family {

    public static Gemma2 read(Keys keys) {
        Keys all =
                defaults(keys)
                        .otherwise("num_key_value_heads", 4)
                        .otherwise("max_position_embeddings", 8192)
                        .otherwise("attn_logit_softcapping", 50)
                        .otherwise("final_logit_softcapping", 30);
        Llama llama = Llama.read(all, "hidden_activation", RopeReader.whole(all, 1e4));
        return new Gemma2(
                llama,
                layers(all, llama.numHiddenLayers(), 2),
                all.number(256, "query_pre_attn_scalar"),
                all.number(0, "attn_logit_softcapping"),
                all.number(0, "final_logit_softcapping"));
    }

    /** The keys, with what Gemma 2 and 3 have in common where config.json does not say it. */
    static Keys defaults(Keys keys) {
        requireForward(keys);
        if (!keys.text("gelu", "hidden_act").startsWith("gelu")) { // in older files
            throw keys.wrong("hidden_act", "gelu_pytorch_tanh; what counts is hidden_activation");
        }
        return keys.without("mlp_bias")
                .otherwise("head_dim", 256)
                .otherwise("hidden_activation", "gelu_pytorch_tanh")
                .otherwise("sliding_window", 4096)
                .otherwise("tie_word_embeddings", true);
    }

    static void requireForward(Keys keys) {
        if (keys.flag(false, "use_bidirectional_attention")) {
            throw keys.wrong(
                    "use_bidirectional_attention", "false, because the engine reads forward");
        }
    }

    /** All layers slide but the last of {@code pattern}. */
    static LayerTypes layers(Keys keys, int layers, int pattern) {
        int window = keys.optionalSize("sliding_window").orElse(0);
        return LayerTypes.read(keys, layers, window, i -> (i + 1) % pattern != 0);
    }

    @Override
    public Dimensions dimensions() {
        return llama.dimensions().withWindow(layers.widest());
    }

    @Override
    public Network network(Tensors tensors) {
        return new Builder(llama, tensors, finalSoftCap) {
            @Override
            Attention scores(String p, int layer) {
                return super.scores(p, layer)
                        .withScale((float) (1 / Math.sqrt(queryPreAttnScalar)))
                        .withSoftCap(attnSoftCap)
                        .withReach(layers.reach(layer));
            }
        }.build();
    }

    /** What Gemma 2 and 3 have in common, and in part the first Gemma. */
    static class Builder extends LlamaNetwork {

        private final float softCap;

        Builder(Llama llama, Tensors tensors, float softCap) {
            super(llama, tensors);
            this.softCap = softCap;
        }

        @Override
        Embedding embedding(Matrix table) {
            return super.embedding(table).withScale(Math.sqrt(llama.hiddenSize()));
        }

        @Override
        Head head(Matrix table) {
            return super.head(table).withSoftCap(softCap);
        }

        @Override
        Block block(String p, int layer) {
            return Block.around(
                    norm(p + ".input_layernorm"),
                    attention(p + ".self_attn", layer),
                    norm(p + ".post_attention_layernorm"),
                    norm(p + ".pre_feedforward_layernorm"),
                    mlp(p + ".mlp", layer),
                    norm(p + ".post_feedforward_layernorm"));
        }

        @Override
        Norm norm(String name, int size) {
            return Norm.Rms.around1(tensors.vector(name + ".weight", size), llama.rmsNormEps());
        }
    }
}
